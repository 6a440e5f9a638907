package io.lianshu.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A text file of the repository (or of a sample laid out like it), its path relative to {@code root}. */
record SourceFile(Path root, String path, String text) {

    static final Path REPOSITORY = Path.of("").toAbsolutePath();

    private static final Set<String> NOT_OURS =
            Set.of(".git", ".idea", ".vscode", "node_modules", "target", "src/test/resources/broken");
    private static final Pattern TEXT = Pattern.compile(
            ".*\\.(java|cypher|graphqls?|csv|md|ya?ml|xml|json|properties|mjs|ts|js|html|css|sh|conf|txt)|.*/run");

    static List<SourceFile> under(Path root) {
        List<SourceFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String place = relative(root, folder);
                    boolean ours = !NOT_OURS.contains(place)
                            && !place.endsWith("/node_modules")
                            && !(place.equals("data") && root.equals(REPOSITORY));
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (TEXT.matcher(relative(root, file)).matches()) {
                        files.add(new SourceFile(root, relative(root, file), Files.readString(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    List<String> lines() {
        return text.lines().toList();
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isMainJava() {
        return path.startsWith("src/main/java/") && isJava();
    }

    boolean isCypher() {
        return path.endsWith(".cypher");
    }

    /** Every line in which the pattern is found, as {@code path:line: says}. */
    List<String> linesWith(Pattern pattern, String says) {
        return linesWhere((lines, number) -> pattern.matcher(lines.get(number)).find(), says);
    }

    List<String> linesWhere(BiFunction<List<String>, Integer, Boolean> wrong, String says) {
        List<String> lines = lines();
        return IntStream.range(0, lines.size())
                .filter(number -> wrong.apply(lines, number))
                .mapToObj(number -> at(number + 1, says))
                .toList();
    }

    String at(int line, String says) {
        return path + ":" + line + ": " + says;
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
