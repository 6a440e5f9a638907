package io.lianshu.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A release package that grows release by release, in a file of another name beside its own: nobody finds half of it.
 * Only the user who runs the export may read it, as its contents may not be for everybody.
 */
final class OcdsPackage implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EXTENSIONS = "https://raw.githubusercontent.com/open-contracting-extensions/";

    private final Path file;
    private final Path draft;
    private final JsonGenerator out;
    private int count;

    /**
     * Who publishes.
     *
     * @param ocidPrefix as registered with the standard's keepers
     * @param uri of the package
     */
    record Heading(String publisher, String ocidPrefix, String uri) {}

    private OcdsPackage(Path file, Path draft, JsonGenerator out) {
        this.file = file;
        this.draft = draft;
        this.out = out;
    }

    static OcdsPackage begin(Path file, Heading heading, Instant now) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ExportRefused(file.toString(), "没有此目录", "there is no such folder");
        }
        if (Files.isDirectory(target)) {
            throw new ExportRefused(file.toString(), "是目录，不是文件", "is a folder, no file");
        }
        try {
            Path draft = Files.createTempFile(folder, ".export-", ".json");
            OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16);
            OcdsPackage begun = new OcdsPackage(target, draft, JSON.createGenerator(bytes));
            begun.head(heading, now);
            return begun;
        } catch (IOException e) {
            throw unwritable(file, e.getClass());
        }
    }

    private void head(Heading heading, Instant now) {
        out.writeStartObject();
        out.writeStringProperty("uri", heading.uri());
        out.writeStringProperty("version", "1.1");
        out.writeArrayPropertyStart("extensions");
        out.writeString(EXTENSIONS + "ocds_bid_extension/v1.1.5/extension.json");
        out.writeString(EXTENSIONS + "ocds_lots_extension/v1.1.5/extension.json");
        out.writeEndArray();
        out.writeStringProperty(
                "publishedDate", now.truncatedTo(ChronoUnit.SECONDS).toString());
        out.writeObjectPropertyStart("publisher");
        out.writeStringProperty("name", heading.publisher());
        out.writeEndObject();
        out.writeArrayPropertyStart("releases");
    }

    int count() {
        return count;
    }

    void add(JsonNode release) {
        try {
            out.writeRaw('\n');
            out.writeTree(release);
            count++;
        } catch (JacksonException e) {
            throw unwritable(file, e.getClass());
        }
    }

    /** Ends the package and gives the file its own name; one that was there is replaced. */
    void complete() {
        try {
            out.writeEndArray();
            out.writeEndObject();
            out.writeRaw('\n');
            out.close();
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | JacksonException e) {
            throw unwritable(file, e.getClass());
        }
    }

    /** Leaves nothing behind when it was not completed. */
    @Override
    public void close() {
        try {
            try {
                out.close();
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | JacksonException e) {
            throw unwritable(file, e.getClass());
        }
    }

    private static ExportRefused unwritable(Path file, Class<?> why) {
        return new ExportRefused(
                file.toString(),
                "无法写入（" + why.getSimpleName() + "）",
                "cannot be written (" + why.getSimpleName() + ")");
    }
}
