package io.lianshu.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Tables that come in without a mapping of one's own (导入模板): of each {@code schema/import/} holds the mapping and a
 * filled example.
 */
public final class Templates {

    private static final String FOLDER = "schema/import/";
    private static final String MAPPING = ".yaml";
    private static final String NATIONAL = "national/";

    private Templates() {}

    /** Their names in alphabetical order; those of the national data dictionary (国家数据规范) behind the others. */
    static List<String> names() {
        return Stream.concat(names(""), names(NATIONAL)).toList();
    }

    private static Stream<String> names(String folder) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath:" + FOLDER + folder + "*" + MAPPING))
                    .map(file -> Objects.requireNonNull(file.getFilename()))
                    .map(file -> folder + file.substring(0, file.length() - MAPPING.length()))
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The mapping's text.
     *
     * @throws io.lianshu.platform.refusal.Refusal when there is no such template
     */
    public static String mapping(String name) {
        return text(name, MAPPING);
    }

    /** The mapping for the rows that are made of OCDS releases. */
    static String ocds() {
        return read(new ClassPathResource(FOLDER + "ocds/releases" + MAPPING));
    }

    /** A filled table, as CSV. */
    static String example(String name) {
        return text(name, ".csv");
    }

    /** What the table is for, in a line. */
    static String purpose(String name) {
        return mapping(name).lines().findFirst().orElse("").replaceFirst("^# *", "");
    }

    private static String text(String name, String kind) {
        ClassPathResource file = new ClassPathResource(FOLDER + name + kind);
        if (!name.matches("[a-z-]+|" + NATIONAL + "[A-Z_]+") || !file.exists()) {
            throw new FileRefused(
                    "--template " + name,
                    "没有这个模板；用 lianshu templates 列出全部",
                    "there is no such template; lianshu templates lists them");
        }
        return read(file);
    }

    private static String read(ClassPathResource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
