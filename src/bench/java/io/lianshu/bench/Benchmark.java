package io.lianshu.bench;

import io.lianshu.bench.Answers.PlacedBid;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures the hub against the driver alone and against @neo4j/graphql, on the hub's own engine, and writes a table. See
 * {@link Options} for its arguments.
 */
public final class Benchmark {

    private static final int PAGE = 20;
    private static final int MOST_WARMUPS = 40;
    private static final int STEADY_TURNS = 4;
    private static final double STILL_RISING = 1.05;
    private static final int SHAPE_ROUNDS = 3;

    private final Options options;
    private final Path data;
    private final String body;
    private final Report report;

    private Benchmark(Options options) throws Exception {
        this.options = options;
        this.data = options.target().resolve("data");
        this.body = Answers.request(operation("page.graphql"), variables());
        double load = Machine.load();
        if (load > Runtime.getRuntime().availableProcessors()) {
            say("The machine is busy (load average " + load + "): the figures will say little");
        }
        this.report = new Report(options, load, Clock.systemDefaultZone());
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        Files.createDirectories(options.target());
        new Benchmark(options).run();
        System.exit(0);
    }

    private static Map<String, Object> variables() {
        return Map.of("first", PAGE, "bids", Sample.PAGE.bidsPerLot());
    }

    private String operation(String file) throws Exception {
        return Files.readString(options.sources().resolve(file));
    }

    private void run() throws Exception {
        Directories.delete(data);
        say("Loading the graph");
        // Outside demo mode the hub leaves a new graph empty.
        try (Hub hub = Hub.start(options, data, "--lianshu.demo=false");
                var driver = Engine.of(hub.data()).driver()) {
            Sample.PAGE.load(driver, options.sources().resolve("graph.cypher"));
        }
        try (Hub hub = Hub.start(options, data, "--lianshu.demo=true")) {
            measure(hub, Engine.of(data));
            if (options.hold()) {
                say("Holding: hub " + hub.address() + " pid " + hub.process().pid() + ", engine pid "
                        + hub.database().pid());
                while (System.in.read() >= 0) {
                    // Whoever holds the other end says when it is enough by closing it.
                }
            }
        }
        if (options.starts() > 0) {
            say("Timing the start");
            report.started(Start.seconds(options, data, body, PAGE * Sample.PAGE.bidsPerLot()));
        }
        if (options.importProjects() > 0) {
            say("Importing");
            report.imported(Import.sample(options).bids(), Import.of(options));
        }
        if (options.districtScale() > 0) {
            say("Loading a district");
            List<String> district = List.of("demo", "--scale", String.valueOf(options.districtScale()));
            report.district(options.districtScale(), Loading.of(options, district));
        }
        Path table = options.target().resolveSibling("benchmark.md");
        Files.writeString(table, report.text());
        System.out.println();
        System.out.println(report.text());
        say("Written to " + table);
    }

    private void measure(Hub hub, Engine engine) throws Exception {
        SentStatement sent = SentStatement.of(engine, body, Hub.ANALYST);
        Files.writeString(
                options.target().resolve("statement.cypher"), sent.query().text() + "\n");
        Files.writeString(
                options.target().resolve("parameters.txt"), sent.query().parameters() + "\n");
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            List<Side> sides = sides(hub, engine, sent, opened);
            say("Warming up");
            int turns = warmUp(sides, hub);
            report.warmed(turns, options);
            turns(sides, options.rounds(), hub, options.seconds().toNanos());
            report.page(sides, PAGE, PAGE * Sample.PAGE.bidsPerLot());
            if (sides.size() > 1) {
                report.ratios(sides.get(0), sides.subList(1, sides.size()));
            }
        } finally {
            for (AutoCloseable server : opened) {
                server.close();
            }
        }
        List<Side> shapes = shapes(hub);
        say("Other reads");
        warmUp(shapes, hub);
        turns(shapes, SHAPE_ROUNDS, hub, options.seconds().toNanos() / 2);
        report.shapes(shapes);
    }

    private List<Side> sides(Hub hub, Engine engine, SentStatement sent, List<AutoCloseable> opened) throws Exception {
        List<PlacedBid> expected = Answers.ofHub(Answers.post(hub.address(), body, Hub.ANALYST));
        same("the page", PAGE * Sample.PAGE.bidsPerLot(), expected.size());
        List<Side> sides = new ArrayList<>();
        sides.add(new Side("the hub", new HttpLoad(hub.address(), body, Hub.ANALYST), List.of(hub.process())));
        if (options.sides().contains("driver")) {
            var driver = engine.driver();
            opened.add(driver);
            DriverLoad alone = new DriverLoad(driver, sent);
            List<Long> prices = expected.stream().map(PlacedBid::fen).toList();
            Set<Object> known = new HashSet<>(prices);
            same(
                    "the driver's prices",
                    prices,
                    Answers.leaves(alone.once()).stream()
                            .filter(known::contains)
                            .toList());
            sides.add(new Side("the driver alone, same statement, no JSON", alone, List.of()));
        }
        String referenceBody = Answers.request(operation("reference/page.graphql"), variables());
        for (int processes : List.of(1, 2)) {
            if (options.sides().contains(processes == 1 ? "one" : "two")) {
                Reference reference = Reference.start(options, engine, processes);
                opened.add(reference);
                URI address = reference.address();
                same(
                        "@neo4j/graphql's bids",
                        expected,
                        Answers.ofReference(Answers.post(address, referenceBody, Map.of())));
                sides.add(new Side(
                        "@neo4j/graphql, " + (processes == 1 ? "one process" : "a cluster of " + processes),
                        new HttpLoad(address, referenceBody, Map.of()),
                        reference.processes()));
            }
        }
        return sides;
    }

    private List<Side> shapes(Hub hub) throws Exception {
        String lookup = Answers.request(operation("lookup.graphql"), Map.of("id", Sample.id("prj", 500)));
        String summary = Answers.request(operation("summary.graphql"), Map.of("from", "10000000.00"));
        List<Side> shapes = new ArrayList<>();
        for (var shape : List.of(
                Map.entry("one node by its id", lookup),
                Map.entry("20 of a filtered list, with count and sums", summary))) {
            Answers.post(hub.address(), shape.getValue(), Hub.ANALYST);
            shapes.add(new Side(
                    shape.getKey(),
                    new HttpLoad(hub.address(), shape.getValue(), Hub.ANALYST),
                    List.of(hub.process())));
        }
        return shapes;
    }

    /**
     * Each side in turn until several turns made none quicker: on few cores the compilers of all these programs take
     * minutes over what they see, and a single turn gains too little to be told from noise.
     */
    private int warmUp(List<Side> sides, Hub hub) throws Exception {
        double[] best = new double[sides.size()];
        int risen = 0;
        for (int turn = 1; turn <= MOST_WARMUPS; turn++) {
            for (int i = 0; i < best.length; i++) {
                double rate = sides.get(i)
                        .measure(options.concurrency(), options.warmup().toNanos(), hub.database(), false)
                        .rate();
                if (rate > best[i] * STILL_RISING) {
                    best[i] = rate;
                    risen = turn;
                }
            }
            if (turn - risen >= STEADY_TURNS) {
                return turn;
            }
        }
        return MOST_WARMUPS;
    }

    /** Each side in turn, another first in every round. */
    private void turns(List<Side> sides, int rounds, Hub hub, long nanos) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < sides.size(); turn++) {
                Side side = sides.get((turn + round) % sides.size());
                side.measure(options.concurrency(), nanos, hub.database(), true);
                say("Round %d: %s %.0f/s".formatted(round + 1, side.name(), side.rates()[round]));
            }
        }
    }

    private static void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(what + " differ: expected " + expected + ", found " + found);
        }
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
