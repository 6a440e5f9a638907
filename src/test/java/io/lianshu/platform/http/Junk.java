package io.lianshu.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents and bodies that were right once: cut, doubled, mixed and filled with what nobody expects. */
final class Junk {

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|[$@!]?[A-Za-z_0-9]+|\\.\\.\\.|[^\\sA-Za-z_0-9]");
    private static final List<String> NASTY = List.of(
            "-1",
            "0",
            "null",
            "[]",
            "{}",
            "[null]",
            "[[[]]]",
            "9223372036854775808",
            "1e400",
            "-1e-400",
            "true",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"'}) MATCH (n) DETACH DELETE n //\"",
            "\"lot_abcdefghijklmnopqrstuvwxyz\"",
            "\"com_abcdefghijklmnopqrstuvwxyz\"",
            "\"*:* OR [a TO z] ~ /x/\"",
            "\"9999-12-31T23:59:59.999999999-18:00\"",
            "\"0000-02-30\"",
            "\u202e",
            "\"\"\"",
            "...",
            "@include(if: $no)",
            "@skip(if: \"x\")",
            "$lot",
            "__typename",
            "__schema",
            "__proto__",
            "ASC",
            "LOT",
            "on Node",
            "first: 101",
            "first: -5, last: 3",
            "after: \"x\"",
            "filter: {not: {}}",
            "orderBy: [{}]",
            "aggregate { groups(by: []) { count } }",
            "totalCount",
            "edges { node { id } }");

    private final Random random;

    Junk(long seed) {
        this.random = new Random(seed);
    }

    /** The document with one to four tokens taken away, doubled, swapped or replaced. */
    String document(String right) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(right);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes && tokens.size() > 1; change++) {
            int place = random.nextInt(tokens.size());
            switch (random.nextInt(5)) {
                case 0 -> tokens.remove(place);
                case 1 -> tokens.add(place, tokens.get(place));
                case 2 -> tokens.set(place, tokens.get(random.nextInt(tokens.size())));
                default -> tokens.set(place, NASTY.get(random.nextInt(NASTY.size())));
            }
        }
        return String.join(" ", tokens);
    }

    /** The body with a few bytes changed, or cut short. */
    byte[] body(String right) {
        byte[] bytes = right.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(6) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
