package io.lianshu.exchange;

import io.lianshu.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A table that is not taken for import, with the HTTP status that says so. */
final class UploadRefused extends Refusal {

    private final HttpStatus status;

    private UploadRefused(
            HttpStatus status, String code, Kind kind, @Nullable String field, String chinese, String english) {
        super(code, kind, field, chinese, english);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    static UploadRefused nobody() {
        return new UploadRefused(
                HttpStatus.UNAUTHORIZED,
                "IMPORT_NOT_SIGNED_IN",
                Kind.UNAUTHENTICATED,
                null,
                "请先登录；导入须有数据导入员或管理员角色",
                "Sign in first; imports need the role importer or administrator");
    }

    static UploadRefused notAllowed() {
        return new UploadRefused(
                HttpStatus.FORBIDDEN,
                "IMPORT_NOT_ALLOWED",
                Kind.FORBIDDEN,
                null,
                "导入须有数据导入员或管理员角色",
                "Imports need the role importer or administrator");
    }

    static UploadRefused parameter(String name, String chinese, String english) {
        return new UploadRefused(
                HttpStatus.BAD_REQUEST,
                "BAD_PARAMETER",
                Kind.BAD_REQUEST,
                name,
                name + "：" + chinese,
                name + ": " + english);
    }

    static UploadRefused contentType() {
        return new UploadRefused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "UNSUPPORTED_MEDIA_TYPE",
                Kind.BAD_REQUEST,
                "Content-Type",
                "Content-Type 应为 text/csv、xlsx 的类型、application/octet-stream 或 multipart/form-data",
                "Content-Type must be text/csv, that of xlsx, application/octet-stream or multipart/form-data");
    }

    static UploadRefused tooLarge(DataSize most) {
        return new UploadRefused(
                HttpStatus.CONTENT_TOO_LARGE,
                "BODY_TOO_LARGE",
                Kind.TOO_MUCH,
                null,
                "文件过大：最多 " + most.toMegabytes() + " MB；请拆成几个文件分别上传",
                "The file is too large: at most " + most.toMegabytes() + " MB; split it and send the parts one by one");
    }

    static UploadRefused empty() {
        return new UploadRefused(
                HttpStatus.BAD_REQUEST,
                "UPLOAD_EMPTY",
                Kind.BAD_REQUEST,
                null,
                "没有收到文件内容；请把 CSV 或 xlsx 作为请求体，或作为 multipart 的文件部分发送",
                "No file came; send CSV or xlsx as the body, or as the file part of a multipart body");
    }

    static UploadRefused brokenForm() {
        return new UploadRefused(
                HttpStatus.BAD_REQUEST,
                "UPLOAD_BROKEN",
                Kind.BAD_REQUEST,
                null,
                "multipart 内容不完整或缺少 boundary；请让客户端自行生成 Content-Type",
                "The multipart body is not whole or lacks its boundary; let the client write the Content-Type itself");
    }

    static UploadRefused noTable() {
        return new UploadRefused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "UPLOAD_NOT_A_TABLE",
                Kind.BAD_REQUEST,
                null,
                "内容既不是 CSV 文本也不是 .xlsx 工作簿",
                "The content is neither CSV text nor an .xlsx workbook");
    }

    static UploadRefused slow() {
        return new UploadRefused(
                HttpStatus.REQUEST_TIMEOUT,
                "BODY_TOO_SLOW",
                Kind.TOO_MUCH,
                null,
                "文件内容长时间没有到达，已放弃；请重新上传",
                "The file stopped coming and was given up; send it again");
    }

    static UploadRefused full() {
        return new UploadRefused(
                HttpStatus.TOO_MANY_REQUESTS,
                "IMPORTS_BUSY",
                Kind.TOO_MUCH,
                null,
                "等待导入的文件已满，请稍后再传",
                "Too many tables are waiting to be imported; send it again later");
    }

    static UploadRefused unknown() {
        return new UploadRefused(
                HttpStatus.NOT_FOUND,
                "IMPORT_UNKNOWN",
                Kind.NOT_FOUND,
                null,
                "没有这个导入：编号有误、记录已过期，或服务重启时中断；重新上传即可，不会重复写入",
                "There is no such import: the id is wrong, it was long ago, or the hub restarted meanwhile; "
                        + "send the table again, nothing will be doubled");
    }

    static UploadRefused noReport() {
        return new UploadRefused(
                HttpStatus.NOT_FOUND,
                "IMPORT_WITHOUT_REPORT",
                Kind.NOT_FOUND,
                null,
                "没有报告：导入尚未结束，或没有被拒绝的行与警告",
                "There is no report: the import is not over, or no row was rejected or looked odd");
    }
}
