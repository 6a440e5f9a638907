package io.lianshu.platform.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Finds one Cypher statement by room and name; a missing file fails at start, not on first use. */
public final class CypherCatalog {

    private CypherCatalog() {}

    /** The expression over {@code this} of the rule {@code room/name}, on one line and without its remarks. */
    public static String rule(String rule) {
        String[] place = rule.split("/", 2);
        return statement(place[0], "visible/" + place[1])
                .lines()
                .filter(line -> !line.startsWith("//"))
                .collect(Collectors.joining(" "))
                .trim();
    }

    /** The text of a statement named {@code room/name}. */
    public static String statement(String place) {
        String[] steps = place.split("/", 2);
        return statement(steps[0], steps[1]);
    }

    /** The text of {@code cypher/<room>/<name>.cypher}. */
    public static String statement(String room, String name) {
        String path = "/cypher/" + room + "/" + name + ".cypher";
        try (InputStream in = CypherCatalog.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("No Cypher statement at " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
