package io.lianshu.attachment;

import io.lianshu.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A photo or file that is not taken or not given out, with the HTTP status that says so. */
final class AttachmentRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private AttachmentRefused(
            HttpStatus status, String code, Kind kind, @Nullable String field, String chinese, String english) {
        super(code, kind, field, chinese, english);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    static AttachmentRefused nobody() {
        return new AttachmentRefused(
                HttpStatus.UNAUTHORIZED,
                "ATTACHMENT_NOT_SIGNED_IN",
                Kind.UNAUTHENTICATED,
                null,
                "请先登录再上传",
                "Log in before you upload");
    }

    static AttachmentRefused notAllowed() {
        return new AttachmentRefused(
                HttpStatus.FORBIDDEN,
                "ATTACHMENT_NOT_ALLOWED",
                Kind.FORBIDDEN,
                null,
                "您的角色不能上传附件",
                "Your role may not upload attachments");
    }

    static AttachmentRefused noPerson() {
        return new AttachmentRefused(
                HttpStatus.FORBIDDEN,
                "ATTACHMENT_NO_PERSON",
                Kind.FORBIDDEN,
                null,
                "您的账号没有关联人员，不能上传；请联系管理员",
                "Your account stands for no person, so nothing can be uploaded; ask an administrator to link it");
    }

    static AttachmentRefused parameter(String name, String chinese, String english) {
        return new AttachmentRefused(
                HttpStatus.BAD_REQUEST,
                "BAD_PARAMETER",
                Kind.BAD_REQUEST,
                name,
                name + "：" + chinese,
                name + ": " + english);
    }

    static AttachmentRefused contentType() {
        return new AttachmentRefused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "UNSUPPORTED_MEDIA_TYPE",
                Kind.BAD_REQUEST,
                "Content-Type",
                "Content-Type 应为 multipart/form-data，文件放在名为 file 的部分",
                "Content-Type must be multipart/form-data, with the file in the part named file");
    }

    static AttachmentRefused tooLarge(DataSize most) {
        String shown = most.toMegabytes() > 0 ? most.toMegabytes() + " MB" : most.toBytes() + " B";
        return new AttachmentRefused(
                HttpStatus.CONTENT_TOO_LARGE,
                "BODY_TOO_LARGE",
                Kind.TOO_MUCH,
                "file",
                "文件过大：最多 " + shown + "；请压缩后再传",
                "The file is too large: at most " + shown + "; compress it and send it again");
    }

    static AttachmentRefused empty() {
        return new AttachmentRefused(
                HttpStatus.BAD_REQUEST,
                "ATTACHMENT_EMPTY",
                Kind.BAD_REQUEST,
                "file",
                "file：没有收到文件，或文件是空的",
                "file: no file came, or it is empty");
    }

    static AttachmentRefused several() {
        return new AttachmentRefused(
                HttpStatus.BAD_REQUEST,
                "ATTACHMENT_SEVERAL_FILES",
                Kind.BAD_REQUEST,
                "file",
                "file：一次只能上传一个文件，请逐个上传",
                "file: one file can be sent at a time; send them one by one");
    }

    static AttachmentRefused brokenForm() {
        return new AttachmentRefused(
                HttpStatus.BAD_REQUEST,
                "ATTACHMENT_FORM_BROKEN",
                Kind.BAD_REQUEST,
                null,
                "multipart 内容不完整、缺少 boundary、有过长的字段或写法有误的头；请让客户端自行生成 multipart",
                "The multipart body is not whole, lacks its boundary, or has too long a field or a header that is not right; "
                        + "let the client make it itself");
    }

    /** @param type what the content is, as a media type */
    static AttachmentRefused type(String type) {
        boolean heic = type.startsWith("image/hei");
        return new AttachmentRefused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "ATTACHMENT_TYPE_REFUSED",
                Kind.BAD_REQUEST,
                "file",
                "file：内容是 " + type + "，只收 JPEG、PNG、WebP（静态）和 PDF" + (heic ? "；iPhone 请在“设置→相机→格式”选“兼容性最佳”，或选图时压缩" : ""),
                "file: its content is " + type + "; only JPEG, PNG, WebP (not animated) and PDF are taken"
                        + (heic
                                ? "; on an iPhone choose Settings, Camera, Formats, Most Compatible, or have photos compressed"
                                : ""));
    }

    static AttachmentRefused broken() {
        return new AttachmentRefused(
                HttpStatus.BAD_REQUEST,
                "ATTACHMENT_BROKEN",
                Kind.BAD_REQUEST,
                "file",
                "file：文件已损坏或不完整，请重新拍摄或选择后再传",
                "file: the file is damaged or not whole; take or choose it again");
    }

    static AttachmentRefused tooManyPixels(long most) {
        long millions = Math.max(1, most / 1_000_000);
        return new AttachmentRefused(
                HttpStatus.CONTENT_TOO_LARGE,
                "ATTACHMENT_TOO_MANY_PIXELS",
                Kind.TOO_MUCH,
                "file",
                "file：照片像素过多，最多 " + millions + " 百万；请缩小后再传",
                "file: the photo has too many pixels, at most " + millions
                        + " million; make it smaller and send it again");
    }

    static AttachmentRefused reused() {
        return new AttachmentRefused(
                HttpStatus.CONFLICT,
                "ATTACHMENT_CLIENT_ID_REUSED",
                Kind.CONFLICT,
                "clientId",
                "clientId：已用于另一个文件，请换一个新的 UUID",
                "clientId: it was used for another file; take a new UUID");
    }

    static AttachmentRefused slow() {
        return new AttachmentRefused(
                HttpStatus.REQUEST_TIMEOUT,
                "BODY_TOO_SLOW",
                Kind.TOO_MUCH,
                null,
                "文件内容长时间没有到齐，已放弃；请重新上传",
                "The file did not come in time and was given up; send it again");
    }

    static AttachmentRefused busy() {
        return new AttachmentRefused(
                HttpStatus.TOO_MANY_REQUESTS,
                "ATTACHMENTS_BUSY",
                Kind.TOO_MUCH,
                null,
                "正在上传的文件过多，请稍后再传",
                "Too many files are being uploaded; send it again shortly");
    }

    static AttachmentRefused storeUnavailable() {
        return new AttachmentRefused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "ATTACHMENT_STORE_UNAVAILABLE",
                Kind.UNAVAILABLE,
                null,
                "附件存储暂时不可用，请稍后重试",
                "The store of attachments is away; try again later");
    }

    static AttachmentRefused unknown() {
        return new AttachmentRefused(
                HttpStatus.NOT_FOUND,
                "ATTACHMENT_UNKNOWN",
                Kind.NOT_FOUND,
                null,
                "没有这个附件，或您无权查看",
                "There is no such attachment, or none that you may see");
    }

    static AttachmentRefused withoutFile() {
        return new AttachmentRefused(
                HttpStatus.NOT_FOUND,
                "ATTACHMENT_WITHOUT_FILE",
                Kind.NOT_FOUND,
                null,
                "附件已登记，但文件（或其缩略图）不在本系统的存储中",
                "The attachment is known, but its file, or its small picture, is not in the hub's store");
    }
}
