package io.lianshu.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of files that are taken. Of which kind a file is its bytes tell, never its name or what the client says. */
enum FileKind {
    JPEG("image/jpeg", ".jpg"),
    PNG("image/png", ".png"),
    WEBP("image/webp", ".webp"),
    PDF("application/pdf", ".pdf");

    private static final int LONGEST_NAME = 100;

    private final String mime;
    private final String ending;

    FileKind(String mime, String ending) {
        this.mime = mime;
        this.ending = ending;
    }

    String mime() {
        return mime;
    }

    /** The kind with a media type, as the graph keeps it; empty when it is none of ours. */
    static Optional<FileKind> of(@Nullable String mime) {
        return Stream.of(values()).filter(kind -> kind.mime.equals(mime)).findFirst();
    }

    /**
     * Looks at a file's beginning.
     *
     * @throws AttachmentRefused naming what it is when it is of no kind that is taken
     */
    static FileKind sniffed(Path file) {
        String type;
        try (InputStream in = Files.newInputStream(file)) {
            type = Magic.type(in.readNBytes(Magic.LOOKED_AT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(type).orElseThrow(() -> AttachmentRefused.type(type));
    }

    /**
     * A name as it may be kept and given out: without folders, control and invisible characters, with an ending that
     * fits the kind, so that nobody opens a photo as a program.
     */
    String name(@Nullable String given) {
        String plain = given == null
                ? ""
                : given.replaceAll("(?s).*[/\\\\]", "")
                        .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*;%]", "")
                        .replaceAll("^[.\\s]+", "")
                        .strip();
        String stem = stem(stem(plain, ending), this == JPEG ? ".jpeg" : ending);
        int longest = Math.min(stem.codePointCount(0, stem.length()), LONGEST_NAME);
        stem = stem.substring(0, stem.offsetByCodePoints(0, longest)).strip();
        return (stem.isEmpty() ? "attachment" : stem) + ending;
    }

    private static String stem(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending)
                ? name.substring(0, name.length() - ending.length())
                : name;
    }
}
