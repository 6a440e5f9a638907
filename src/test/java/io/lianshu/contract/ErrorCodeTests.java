package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide for phones explains every code that an answer can carry, and no other. */
class ErrorCodeTests {

    private static final Pattern SAID = Pattern.compile(
            "(?:new Refusal|new AccessRefused|badInput|BeyondLimit|refuseBeyond|unavailable|super)\\(\\s*\"(\\w+_\\w+)\"|CODE = \"(\\w+)\"|\"code\", \"([A-Z_]+)\"|INTERNAL = \"(\\w+)\"");
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|[^|]*\\|[^|]*\\|$");
    private static final Set<String> KINDS =
            Set.of("BAD_REQUEST", "UNAUTHENTICATED", "FORBIDDEN", "TOO_MUCH", "UNAVAILABLE");

    @Test
    void theGuideExplainsEveryCode() {
        Set<String> said = new TreeSet<>();
        Sdl.filesUnder(Sdl.REPOSITORY.resolve("src/main/java/io/lianshu")).stream()
                .filter(ErrorCodeTests::answers)
                .forEach(file -> said.addAll(found(SAID, Sdl.read(file))));
        assertThat(said).contains("BAD_CURSOR", "TOO_MANY_ALIASES", "VALUE_MISSING", "INTERNAL_ERROR");
        assertThat(explained(Sdl.read(Sdl.REPOSITORY.resolve("mobile-docs/README.md"))))
                .isEqualTo(said);
    }

    @Test
    void thePageOfUploadsExplainsTheirCodes() {
        Pattern said = Pattern.compile("HttpStatus\\.\\w+,\\s*\"(\\w+)\"");
        Pattern explained = Pattern.compile("`([A-Z]+_[A-Z_]+)`");
        Set<String> codes =
                found(said, Sdl.read(Sdl.REPOSITORY.resolve("src/main/java/io/lianshu/exchange/UploadRefused.java")));
        assertThat(codes).contains("IMPORTS_BUSY", "BODY_TOO_LARGE");
        assertThat(found(explained, Sdl.read(Sdl.REPOSITORY.resolve("src/docs/import/upload.md"))))
                .isEqualTo(codes);
    }

    @Test
    void thePageOfPhotosExplainsTheirCodes() {
        Pattern said = Pattern.compile("HttpStatus\\.\\w+,\\s*\"(\\w+)\"");
        Pattern explained = Pattern.compile("(?m)^\\| \\d+ \\| `([A-Z_]+)`");
        Set<String> codes = found(
                said, Sdl.read(Sdl.REPOSITORY.resolve("src/main/java/io/lianshu/attachment/AttachmentRefused.java")));
        assertThat(codes).contains("ATTACHMENTS_BUSY", "BODY_TOO_LARGE");
        assertThat(found(explained, Sdl.read(Sdl.REPOSITORY.resolve("mobile-docs/attachments.md"))))
                .isEqualTo(codes);
    }

    @Test
    void aCodeIsFoundWhereverItIsGiven() {
        assertThat(found(SAID, """
                        throw new Refusal(
                                "ONE_CODE", Kind.FORBIDDEN, null, "", "");
                        return Refusal.badInput("ANOTHER_CODE", null, "", "");
                        static final String CODE = "THIRD_CODE";
                        """)).containsExactlyInAnyOrder("ONE_CODE", "ANOTHER_CODE", "THIRD_CODE");
        assertThat(explained("| `ONE_CODE` | 一 | one |\n| `BAD_REQUEST` | 不 | no | 400 |\n"))
                .containsExactly("ONE_CODE");
    }

    /** What the engine and imports refuse is said by the program's commands, not by the API. */
    private static boolean answers(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java")
                && !path.matches(".*/lianshu/((engine|exchange|demo)/.*|collusion/(evaluation/)?\\w+Command\\.java)");
    }

    private static Set<String> explained(String guide) {
        Set<String> codes = found(EXPLAINED, guide);
        codes.removeAll(KINDS);
        return codes;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> codes = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> {
            for (int group = 1; group <= match.groupCount(); group++) {
                if (match.group(group) != null) {
                    codes.add(match.group(group));
                }
            }
        });
        return codes;
    }
}
