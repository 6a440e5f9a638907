package io.lianshu.demo;

import io.lianshu.exchange.ImportListener;
import io.lianshu.exchange.ImportOptions;
import io.lianshu.exchange.ImportSummary;
import io.lianshu.exchange.Imports;
import io.lianshu.exchange.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Brings the sample district into the graph by the import's front door; doing it again changes nothing. */
public final class DistrictImport {

    private final Imports imports;

    public DistrictImport(Imports imports) {
        this.imports = imports;
    }

    /** One summary for each table, in order; blocks until done. */
    public List<ImportSummary> run(LocalDate asOf, ImportListener listener) {
        ImportOptions options = new ImportOptions(ImportOptions.USUAL_BATCH, false, "demo");
        List<ImportSummary> summaries = new ArrayList<>();
        for (Table table : District.tables(asOf)) {
            String mapping = table.name() + ".yaml";
            summaries.add(imports.run(
                    imports.plan(mapping, text(mapping)), List.of(new TableSource(table)), options, listener));
        }
        return List.copyOf(summaries);
    }

    private static String text(String mapping) {
        try (InputStream in = DistrictImport.class.getResourceAsStream("/demo/" + mapping)) {
            if (in == null) {
                throw new IllegalStateException("No mapping at /demo/" + mapping);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table read as an import reads a file whose header is line 1. */
    private record TableSource(Table table) implements RowSource {

        @Override
        public String name() {
            return table.name();
        }

        @Override
        public List<String> header() {
            return table.header();
        }

        @Override
        public void read(Sink sink) {
            for (int row = 0; row < table.rows().size(); row++) {
                sink.row(row + 2L, table.rows().get(row).toArray(String[]::new));
            }
            sink.progress(1);
        }
    }
}
