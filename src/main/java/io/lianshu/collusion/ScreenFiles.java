package io.lianshu.collusion;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.lianshu.collusion.core.Analysis;
import io.lianshu.collusion.core.Evidence;
import io.lianshu.collusion.core.Expansion;
import io.lianshu.collusion.core.Firm;
import io.lianshu.collusion.core.Group;
import io.lianshu.collusion.core.Pair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of an analysis. They are drafts until all are written, so that a folder never holds half an analysis. Names are
 * written as they came: the tables are for programs.
 */
final class ScreenFiles implements AutoCloseable {

    private static final String DRAFT = ".part";

    private final Path directory;
    private final List<String> written = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final CsvWriter issues;
    private boolean finished;

    private ScreenFiles(Path directory) throws IOException {
        this.directory = directory;
        this.issues = open("issues.csv");
        issues.writeRecord("line", "lot", "code", "问题", "problem");
    }

    static ScreenFiles into(Path directory) {
        try {
            Files.createDirectories(directory);
            return new ScreenFiles(directory);
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    void issue(BidIssue issue) {
        counts.merge(issue.code(), 1L, Long::sum);
        try {
            issues.writeRecord(
                    Long.toString(issue.line()), issue.lot(), issue.code(), issue.chinese(), issue.english());
        } catch (UncheckedIOException e) {
            throw unwritable(directory, e);
        }
    }

    long issues() {
        return counts.values().stream().mapToLong(i -> i).sum();
    }

    void write(Analysis analysis) {
        try {
            lots(analysis);
            firms(analysis);
            pairs(analysis);
            groups(analysis);
            market(analysis);
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(directory, e);
        }
    }

    private void lots(Analysis analysis) throws IOException {
        try (CsvWriter csv = open("lots.csv")) {
            csv.writeRecord(ScreenRows.lot());
            for (int lot = 0; lot < analysis.market().lots(); lot++) {
                csv.writeRecord(ScreenRows.of(analysis, lot));
            }
        }
    }

    private void firms(Analysis analysis) throws IOException {
        try (CsvWriter csv = open("firms.csv")) {
            csv.writeRecord(ScreenRows.FIRM);
            for (Firm firm : analysis.firms()) {
                csv.writeRecord(ScreenRows.of(analysis, firm));
            }
        }
    }

    private void pairs(Analysis analysis) throws IOException {
        try (CsvWriter csv = open("pairs.csv")) {
            csv.writeRecord(ScreenRows.PAIR);
            for (Pair pair : analysis.pairs()) {
                csv.writeRecord(ScreenRows.of(analysis.market(), pair));
            }
        }
    }

    private void groups(Analysis analysis) throws IOException {
        try (CsvWriter csv = open("groups.csv")) {
            csv.writeRecord(ScreenRows.GROUP);
            int number = 0;
            for (Group group : analysis.groups()) {
                csv.writeRecord(ScreenRows.of(analysis.market(), ++number, group));
            }
        }
    }

    void expansion(Analysis analysis, int[] known) {
        try (CsvWriter csv = open("expansion.csv")) {
            csv.writeRecord("bidder", "score", "evidence", "met");
            for (Expansion.Lead lead : analysis.expand(known)) {
                csv.writeRecord(
                        analysis.market().firm(lead.number()),
                        ScreenRows.number(lead.score()),
                        ScreenRows.number(lead.evidence()),
                        Integer.toString(lead.met()));
            }
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(directory, e);
        }
    }

    private void market(Analysis analysis) throws IOException {
        Evidence evidence = analysis.evidence();
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("usable", evidence.usable());
        all.put("reason", evidence.reason().name());
        all.put("explanation_zh", evidence.reason().chinese());
        all.put("explanation_en", evidence.reason().english());
        all.put("evidence", MarketSummary.evidence(evidence));
        all.put("counts", MarketSummary.counts(analysis));
        all.put("coverage", MarketSummary.coverage(analysis));
        all.put("issues", counts);
        try {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(draft("market.json").toFile(), all);
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    /** All are written: the drafts become the tables. */
    void finish() {
        try {
            issues.close();
            Files.deleteIfExists(directory.resolve("expansion.csv"));
            for (String name : written) {
                Files.move(
                        directory.resolve(name + DRAFT), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            finished = true;
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(directory, e);
        }
    }

    private CsvWriter open(String name) throws IOException {
        return CsvWriter.builder().build(draft(name));
    }

    private Path draft(String name) {
        written.add(name);
        return directory.resolve(name + DRAFT);
    }

    private static TableRefused unwritable(Path place, Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        // The system's own words say most; of a file the message is but its name.
        String said = cause.getMessage();
        return TableRefused.notWritable(
                place.toString(),
                said == null || cause instanceof FileSystemException
                        ? cause.getClass().getSimpleName()
                        : said);
    }

    /** Takes the drafts away unless they became the tables. */
    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            issues.close();
        } catch (IOException | UncheckedIOException e) {
            // What could not be written is thrown away below.
        }
        try {
            for (String name : written) {
                Files.deleteIfExists(directory.resolve(name + DRAFT));
            }
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }
}
