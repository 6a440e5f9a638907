package io.lianshu.platform.graph;

import io.lianshu.platform.identifier.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;

/**
 * The migrations that a graph has, in one statement. The migrations library asks many, which takes ten seconds of an
 * engine that has only just started.
 */
@OwnsItsThread
final class MigrationChain {

    private static final String READ = CypherCatalog.statement("platform", "applied-migrations");
    private static final String REMEMBER = CypherCatalog.statement("platform", "remember-migrations");

    private final List<Record> steps;

    private MigrationChain(List<Record> steps) {
        this.steps = steps;
    }

    static MigrationChain read(Driver driver, SessionConfig config) {
        try (var session = driver.session(config)) {
            return new MigrationChain(session.run(READ).list());
        }
    }

    /**
     * The version at the end of the chain, when the library has made exactly this chain of exactly these files. Empty
     * on any difference in either, which the library then judges.
     */
    Optional<String> madeOf(List<URL> files) throws IOException {
        String expected = fingerprint(files);
        return steps.stream()
                .filter(step -> expected.equals(step.get("fingerprint").asString("")))
                .map(step -> step.get("after").asString(""))
                .filter(version -> version.equals(newest()))
                .findFirst();
    }

    /** Lets the next start know that this chain is made of these files. */
    void remember(Driver driver, SessionConfig config, List<URL> files) throws IOException {
        try (var session = driver.session(config)) {
            session.run(REMEMBER, Map.of("fingerprint", fingerprint(files))).consume();
        }
    }

    private String newest() {
        Set<String> left =
                steps.stream().map(step -> step.get("before").asString("")).collect(Collectors.toSet());
        return steps.stream()
                .map(step -> step.get("after").asString(""))
                .filter(version -> !left.contains(version))
                .findFirst()
                .orElse("");
    }

    private String fingerprint(List<URL> files) throws IOException {
        MessageDigest digest = Sha256.begin();
        for (URL file : files.stream()
                .sorted(Comparator.comparing(MigrationChain::name))
                .toList()) {
            add(digest, name(file));
            try (InputStream in = file.openStream()) {
                digest.update(in.readAllBytes());
            }
        }
        steps.stream()
                .map(step -> step.get("before") + " " + step.get("beforeChecksum") + " " + step.get("after") + " "
                        + step.get("afterChecksum"))
                .sorted()
                .forEach(step -> add(digest, step));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String name(URL file) {
        return file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
