package io.lianshu;

import io.lianshu.engine.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a user starts it: a process of its own, with its output in a file. */
final class HubProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(http://localhost:\\d+)/graphql");

    private final Process process;
    private final Path output;

    private HubProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static HubProcess start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                LianshuApplication.class.getName(),
                "--server.port=0",
                "--lianshu.demo=false",
                "--lianshu.read.plan-at-start=false",
                "--lianshu.engine.heap=256m",
                "--lianshu.engine.page-cache=32m",
                "--lianshu.engine.class-archive=false"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(directory, "hub", ".log");
        return new HubProcess(
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    /** Where it serves, as it says itself. */
    String address() {
        Eventually.holds("the hub serves", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the hub ended: " + output());
            }
            return ADDRESS.matcher(output()).find();
        });
        Matcher address = ADDRESS.matcher(output());
        return address.find() ? address.group(1) : "";
    }

    HttpResponse<String> health() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** The engine that this hub has started, if any. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new AssertionError("the program did not end: " + output());
        }
        return process.exitValue();
    }

    void kill() {
        process.destroyForcibly();
    }

    void terminate() {
        process.destroy();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
