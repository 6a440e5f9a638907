package io.lianshu.demo;

import io.lianshu.exchange.ImportListener;
import io.lianshu.exchange.ImportOptions;
import io.lianshu.exchange.ImportSummary;
import io.lianshu.exchange.Imports;
import io.lianshu.exchange.RowSource;
import io.lianshu.exchange.Templates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Brings the sample district into the graph by the import's front door and templates; doing it again changes nothing. */
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
            summaries.add(imports.run(
                    imports.plan(table.name(), Templates.mapping(table.name())),
                    List.of(new TableSource(table)),
                    options,
                    listener));
        }
        return List.copyOf(summaries);
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
