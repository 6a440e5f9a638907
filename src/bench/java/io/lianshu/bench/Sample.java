package io.lianshu.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.neo4j.driver.Driver;

/**
 * The generated graph: every project with one tender, one opened lot and its bids. The same numbers give the same graph.
 */
record Sample(int projects, int bidsPerLot, int companies, int regions) {

    static final Sample PAGE = new Sample(1_000, 10, 500, 20);
    private static final String CSV_HEADER = "project,lot,bid,company,companyNo,price,rank,opened\n";

    private static final ZonedDateTime OPENED = ZonedDateTime.of(2026, 3, 2, 9, 30, 0, 0, ZoneId.of("Asia/Shanghai"));
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BATCH = 1_000;

    int bids() {
        return projects * bidsPerLot;
    }

    /** Writes the graph through the driver, in batches; does nothing where it is there already. */
    void load(Driver driver, Path statements) throws IOException {
        Map<String, String> named = named(Files.readString(statements));
        try (var session = driver.session()) {
            long found = session.run(named.get("counted")).single().get(0).asLong();
            if (found == bids()) {
                return;
            }
            if (found != 0) {
                throw new IllegalStateException("The benchmark's graph should have " + bids() + " bids, not " + found);
            }
        }
        write(
                driver,
                named.get("regions"),
                IntStream.range(0, regions).mapToObj(this::region).toList());
        write(
                driver,
                named.get("companies"),
                IntStream.range(0, companies).mapToObj(this::company).toList());
        write(
                driver,
                named.get("projects"),
                IntStream.range(0, projects).mapToObj(this::project).toList());
        List<Map<String, Object>> bids = new ArrayList<>();
        IntStream.range(0, projects).forEach(project -> bids.addAll(bidsOf(project)));
        write(driver, named.get("bids"), bids);
        try (var session = driver.session()) {
            session.run(named.get("ready")).consume();
        }
    }

    private static Map<String, String> named(String text) {
        return Arrays.stream(text.split("// statement: "))
                .skip(1)
                .collect(Collectors.toMap(
                        part -> part.lines().findFirst().orElseThrow(),
                        part -> part.substring(part.indexOf('\n')).strip().replaceFirst(";$", "")));
    }

    private static void write(Driver driver, String statement, List<Map<String, Object>> rows) {
        try (var session = driver.session()) {
            for (int from = 0; from < rows.size(); from += BATCH) {
                var batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
                session.executeWriteWithoutResult(transaction ->
                        transaction.run(statement, Map.of("rows", batch)).consume());
            }
        }
    }

    private Map<String, Object> region(int number) {
        return Map.of("id", id("rgn", number), "code", "330203%03d000".formatted(number), "name", "第" + number + "街道");
    }

    private Map<String, Object> company(int number) {
        return Map.of("id", id("com", number), "uscc", "91330203MA%08d".formatted(number), "name", name(number));
    }

    private static String name(int company) {
        return "宁波第" + company + "建设有限公司";
    }

    private Map<String, Object> project(int number) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id("prj", number));
        row.put("region", id("rgn", number % regions));
        row.put("tender", id("tnd", number));
        row.put("lot", id("lot", number));
        row.put("code", code(number));
        row.put("name", "第%05d号道路改造工程".formatted(number));
        row.put("lotName", "施工第%d标段".formatted(number));
        row.put("investment", investment(number));
        row.put("openedAt", OPENED.plusHours(number));
        return row;
    }

    private static String code(int project) {
        return "2601-330203-04-01-%06d".formatted(project);
    }

    /** In fen. */
    private static long investment(int project) {
        return 500_000_000L + project * 1_234_500L;
    }

    private List<Map<String, Object>> bidsOf(int project) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int place = 0; place < bidsPerLot; place++) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", id("bid", project * bidsPerLot + place));
            row.put("lot", id("lot", project));
            row.put("company", id("com", tenderer(project, place)));
            row.put("bidNo", code(project) + "-" + (place + 1));
            row.put("price", price(project, place));
            row.put("rank", place + 1);
            row.put("submittedAt", OPENED.plusHours(project).minusDays(1));
            rows.add(row);
        }
        return rows;
    }

    /** Different companies within a lot as long as there are 37 times as many companies as bids in it. */
    private int tenderer(int project, int place) {
        return (project * 7 + place * 37) % companies;
    }

    /** In fen; rising with the place, so that the order by price is one order only. */
    private static long price(int project, int place) {
        return investment(project) / 10 * 9 + place * 1_111_100L + project % 97;
    }

    /** Writes the bids as a CSV file for the import, one row for each bid. */
    void writeCsv(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(CSV_HEADER);
            for (int project = 0; project < projects; project++) {
                for (int place = 0; place < bidsPerLot; place++) {
                    int company = tenderer(project, place);
                    long fen = price(project, place);
                    out.write("第%05d号道路改造工程,%s,%s-%d,%s,%s,%d.%02d,%d,%s%n"
                            .formatted(
                                    project,
                                    code(project),
                                    code(project),
                                    place + 1,
                                    name(company),
                                    "TB-%06d".formatted(company),
                                    fen / 100,
                                    fen % 100,
                                    place + 1,
                                    OPENED.plusMinutes(project).toLocalDateTime()));
                }
            }
        }
    }

    /** An id of the hub's form, from the number alone. */
    static String id(String kind, int number) {
        SplittableRandom random = new SplittableRandom(kind.hashCode() * 1_000_003L + number);
        StringBuilder id = new StringBuilder(kind).append('_');
        for (int i = 0; i < 26; i++) {
            id.append(ALPHABET.charAt(random.nextInt(32)));
        }
        return id.toString();
    }
}
