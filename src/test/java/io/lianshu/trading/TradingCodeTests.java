package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on trades explains every code with which its commands refuse. */
class TradingCodeTests {

    private static final Pattern SAID =
            Pattern.compile("(?:conflict|add|broken|refused|withPeriod)\\(\\s*(?:rule,\\s*)?\"([A-Z]+(?:_[A-Z]+)*)\"");
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|[^|]+\\|[^|]+\\|$");

    @Test
    void thePageExplainsEveryCode() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/lianshu/trading"))) {
            for (Path file : files.toList()) {
                found(SAID, Files.readString(file), said);
            }
        }
        said.removeAll(explained("mobile-docs/README.md"));
        assertThat(said).contains("BID_PERIOD_TOO_SHORT", "PLATFORM_NOT_LICENSED");
        assertThat(explained("mobile-docs/trading.md")).isEqualTo(said);
    }

    private static Set<String> explained(String page) throws IOException {
        Set<String> codes = new TreeSet<>();
        found(EXPLAINED, Files.readString(Path.of(page)), codes);
        return codes;
    }

    private static void found(Pattern pattern, String text, Set<String> codes) {
        pattern.matcher(text).results().forEach(match -> codes.add(match.group(1)));
    }
}
