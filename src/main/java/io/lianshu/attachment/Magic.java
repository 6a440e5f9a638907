package io.lianshu.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Says by a file's first bytes what it is, as far as whoever sent it must be told. */
final class Magic {

    /** How many of the first bytes are looked at. */
    static final int LOOKED_AT = 4_096;

    private static final String UNKNOWN = "application/octet-stream";

    private static final List<Magic> KNOWN = List.of(
            new Magic("\u00ff\u00d8\u00ff", 0, "image/jpeg"),
            new Magic("\u0089PNG\r\n\u001a\n", 0, "image/png"),
            new Magic("WEBP", 8, "image/webp"),
            new Magic("%PDF-", 0, "application/pdf"),
            new Magic("ftyphei", 4, "image/heic"),
            new Magic("ftyphev", 4, "image/heic"),
            new Magic("ftypmif1", 4, "image/heif"),
            new Magic("ftypmsf1", 4, "image/heif"),
            new Magic("ftypavif", 4, "image/avif"),
            new Magic("ftypqt", 4, "video/quicktime"),
            new Magic("ftyp", 4, "video/mp4"),
            new Magic("GIF8", 0, "image/gif"),
            new Magic("BM", 0, "image/bmp"),
            new Magic("II*\0", 0, "image/tiff"),
            new Magic("MM\0*", 0, "image/tiff"),
            new Magic("MZ", 0, "application/x-msdownload"),
            new Magic("\u007fELF", 0, "application/x-elf"),
            new Magic("\u00ca\u00fe\u00ba\u00be", 0, "application/java-vm"),
            new Magic("\u00cf\u00fa\u00ed\u00fe", 0, "application/x-mach-o"),
            new Magic("#!", 0, "application/x-sh"),
            new Magic("PK", 0, "application/zip"),
            new Magic("Rar!", 0, "application/vnd.rar"),
            new Magic("7z\u00bc\u00af", 0, "application/x-7z-compressed"),
            new Magic("\u001f\u008b", 0, "application/gzip"),
            new Magic("\u00d0\u00cf\u0011\u00e0", 0, "application/msword"),
            new Magic("{\\rtf", 0, "application/rtf"));

    private final String bytes;
    private final int place;
    private final String type;

    private Magic(String bytes, int place, String type) {
        this.bytes = bytes;
        this.place = place;
        this.type = type;
    }

    /** A media type; that of any bytes when they are like nothing we know. */
    static String type(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return KNOWN.stream()
                .filter(magic -> text.startsWith(magic.bytes, magic.place))
                .map(magic -> magic.type)
                .map(type -> type.equals("application/zip") ? zip(text) : type)
                .findFirst()
                .orElseGet(() -> written(text));
    }

    /** Documents of office programs are zips whose first names tell which. */
    private static String zip(String text) {
        return text.contains("[Content_Types].xml") || text.contains("_rels/")
                ? "application/zip (docx, xlsx, pptx)"
                : text.contains("META-INF/") ? "application/java-archive" : "application/zip";
    }

    private static String written(String text) {
        String plain = text.replaceFirst("^(?:\u00ef\u00bb\u00bf)?\\s*", "").toLowerCase(Locale.ROOT);
        if (plain.startsWith("<svg") || (plain.startsWith("<?xml") && plain.contains("<svg"))) {
            return "image/svg+xml";
        }
        if (plain.startsWith("<!doctype html") || plain.startsWith("<html") || plain.contains("<script")) {
            return "text/html";
        }
        if (plain.startsWith("<?xml")) {
            return "application/xml";
        }
        boolean readable = text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r');
        return readable ? "text/plain" : UNKNOWN;
    }
}
