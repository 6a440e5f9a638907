package io.lianshu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiles and formats samples with the very arguments of the pom, and sees the broken ones refused. */
class CompileGateTests {

    private static final Path SAMPLES = SourceFile.REPOSITORY.resolve("src/test/resources/broken/compile");
    private static final Path GATES = SourceFile.REPOSITORY.resolve("target/gates");
    private static final String JAVAC = Pom.plugin("maven-compiler-plugin");
    private static final String MAIN = JAVAC + "/executions/execution[id='default-compile']/configuration";
    private static final String SPOTLESS = Pom.plugin("spotless-maven-plugin");

    @TempDir
    Path classes;

    @ParameterizedTest
    @CsvSource({
        "null-dereferenced, [NullAway]",
        "null-marking-missing, [RequireExplicitNullMarking]",
        "mistake-in-logic, [SelfComparison]",
        "warning-of-a-plugin, [ReferenceEquality]",
        "warning-of-the-compiler, [rawtypes]",
    })
    void theCompilerRefusesTheSample(String sample, String says) throws Exception {
        Outcome outcome = compile(SAMPLES.resolve(sample));

        assertThat(outcome.code()).as(outcome.output()).isNotZero();
        assertThat(outcome.output()).contains(says);
    }

    @Test
    void theCompilerAcceptsTheRightSample() throws Exception {
        Outcome outcome = compile(SAMPLES.resolve("right"));

        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    @Test
    void everySampleIsCompiledByATest() {
        assertThat(SAMPLES.toFile().list())
                .containsExactlyInAnyOrder(
                        "null-dereferenced",
                        "null-marking-missing",
                        "mistake-in-logic",
                        "warning-of-a-plugin",
                        "warning-of-the-compiler",
                        "right",
                        "badly-formatted");
    }

    @Test
    void theFormatterRefusesTheSampleAndAcceptsTheRightOne() throws Exception {
        assertThat(format(SAMPLES.resolve("badly-formatted")).code()).isNotZero();
        assertThat(format(SAMPLES.resolve("right")).code()).isZero();
    }

    @Test
    void theFormatIsCheckedBeforeAnythingIsCompiled() {
        String check = SPOTLESS + "/executions/execution[goals/goal='check']/phase";
        assertThat(Pom.texts(check)).containsExactly("validate");
        assertThat(Pom.texts(SPOTLESS + "/configuration/java/palantirJavaFormat/style"))
                .containsExactly("PALANTIR");
        assertThat(Pom.texts(SPOTLESS + "//skip | " + JAVAC + "//excludes | " + SPOTLESS + "//excludes"))
                .isEmpty();
    }

    private Outcome compile(Path sample) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(Pom.texts(JAVAC + "/configuration/compilerArgs/arg"));
        command.addAll(Pom.texts(MAIN + "/compilerArgs/arg"));
        if (Pom.texts(MAIN + "/failOnWarning").equals(List.of("true"))) {
            command.add("-Werror");
        }
        String jspecify = Path.of(NullMarked.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        command.addAll(List.of(
                "-J-Duser.language=en",
                "--release",
                Pom.texts("/project/properties/java.version").get(0),
                "-encoding",
                "UTF-8",
                "-processorpath",
                jars("compiler"),
                "-classpath",
                jspecify,
                "-d",
                classes.toString()));
        command.addAll(sources(sample));
        return run(command);
    }

    private Outcome format(Path sample) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String part : List.of("api", "code", "file", "parser", "tree", "util")) {
            command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp",
                jars("formatter"),
                "com.palantir.javaformat.java.Main",
                "--palantir",
                "--dry-run",
                "--set-exit-if-changed"));
        command.addAll(sources(sample));
        return run(command);
    }

    private static List<String> sources(Path sample) throws IOException {
        try (Stream<Path> files = Files.walk(sample)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .toList();
        }
    }

    private static String jars(String folder) throws IOException {
        try (Stream<Path> jars = Files.list(GATES.resolve(folder))) {
            return String.join(File.pathSeparator, jars.map(Path::toString).toList());
        }
    }

    private static Outcome run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private record Outcome(int code, String output) {}
}
