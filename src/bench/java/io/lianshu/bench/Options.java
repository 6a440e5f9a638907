package io.lianshu.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is measured and how long; each is an argument {@code --name=value}.
 *
 * @param sources the directory with operations, mapping and reference server
 * @param target where data, logs and the table go
 * @param hub the command that runs the hub, without its own arguments
 * @param rounds how often each side has its turn
 * @param seconds how long a turn takes
 * @param warmup how long a turn of warming up takes; there are as many as it takes until four make no side quicker by a twentieth
 * @param concurrency requests at a time
 * @param importProjects lots in the imported file, each with ten bids; 0: no import
 * @param districtScale the scale of the made-up district that is loaded; 0: none
 * @param starts how often the start is timed; 0: not at all
 * @param sides which are measured
 * @param hold keeps everything up after the measuring until standard input ends
 */
record Options(
        Path sources,
        Path target,
        List<String> hub,
        int rounds,
        Duration seconds,
        Duration warmup,
        int concurrency,
        int importProjects,
        double districtScale,
        int starts,
        List<String> sides,
        boolean hold) {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("sources", "src/bench"),
            Map.entry("target", "target/benchmark"),
            Map.entry("hub", "java -Xmx1g -XX:+UseParallelGC -jar target/lianshu.jar"),
            Map.entry("rounds", "5"),
            Map.entry("seconds", "8"),
            Map.entry("warmup", "15"),
            Map.entry("concurrency", "32"),
            Map.entry("import-projects", "20000"),
            Map.entry("district-scale", "1"),
            Map.entry("starts", "3"),
            Map.entry("sides", "hub,driver,one,two"),
            Map.entry("hold", "false"));

    static Options of(String[] arguments) {
        Map<String, String> given = new HashMap<>(DEFAULTS);
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            String name = parts[0].replaceFirst("^--", "");
            if (parts.length != 2 || !DEFAULTS.containsKey(name)) {
                throw new IllegalArgumentException(
                        argument + " is none of --name=value with " + new TreeSet<>(DEFAULTS.keySet()));
            }
            given.put(name, parts[1]);
        }
        return new Options(
                Path.of(given.get("sources")).toAbsolutePath(),
                Path.of(given.get("target")).toAbsolutePath(),
                Arrays.asList(given.get("hub").split(" ")),
                Integer.parseInt(given.get("rounds")),
                Duration.ofSeconds(Long.parseLong(given.get("seconds"))),
                Duration.ofSeconds(Long.parseLong(given.get("warmup"))),
                Integer.parseInt(given.get("concurrency")),
                Integer.parseInt(given.get("import-projects")),
                Double.parseDouble(given.get("district-scale")),
                Integer.parseInt(given.get("starts")),
                Arrays.asList(given.get("sides").split(",")),
                Boolean.parseBoolean(given.get("hold")));
    }
}
