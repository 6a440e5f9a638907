package io.lianshu.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that the benchmark has started: a process with its output in a file, in which it says where it serves. */
final class Running implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 600;
    private static final long PAUSE_MILLIS = 20;

    private final Process process;
    private final Path output;

    private Running(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Running start(List<String> command, Path directory, Map<String, String> environment, Path output)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), output);
    }

    /** The first group of the pattern, once the server has said it; a server that never does is ended. */
    URI address(Pattern said) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher found = said.matcher(Files.readString(output));
            if (found.find()) {
                return URI.create(found.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        close();
        throw new IllegalStateException("No server came up; its output: " + Files.readString(output));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** The exit code of a process that ends by itself. */
    int ending() throws InterruptedException {
        return process.waitFor();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
