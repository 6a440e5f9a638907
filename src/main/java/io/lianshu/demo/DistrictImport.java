package io.lianshu.demo;

import io.lianshu.exchange.ImportListener;
import io.lianshu.exchange.ImportOptions;
import io.lianshu.exchange.ImportSummary;
import io.lianshu.exchange.Imports;
import io.lianshu.exchange.Issue;
import io.lianshu.exchange.RowSource;
import java.util.ArrayList;
import java.util.List;

/** Brings a district into the graph by the import's front door and templates; doing it again changes nothing. */
public final class DistrictImport {

    private final Imports imports;

    public DistrictImport(Imports imports) {
        this.imports = imports;
    }

    /** One summary for each table, in order; blocks until done. The listener hears of all tables as of one. */
    public List<ImportSummary> run(List<Table> tables, ImportListener listener) {
        ImportOptions options = new ImportOptions(ImportOptions.USUAL_BATCH, false, "demo", "demo", false);
        long all = tables.stream().mapToLong(table -> table.rows().size()).sum();
        List<ImportSummary> summaries = new ArrayList<>();
        long done = 0;
        for (Table table : tables) {
            summaries.add(imports.run(
                    imports.template(table.name()),
                    List.of(new TableSource(table)),
                    options,
                    new Whole(listener, done, all)));
            done += table.rows().size();
            listener.progress(done, done / (double) all);
        }
        return List.copyOf(summaries);
    }

    /** Makes a table's progress one of the whole district. */
    private record Whole(ImportListener listener, long done, long all) implements ImportListener {

        @Override
        public void issue(Issue issue) {
            listener.issue(issue);
        }

        @Override
        public void progress(long rows, double part) {
            listener.progress(done + rows, (done + rows) / (double) all);
        }
    }

    /** A table read as an import reads a file whose header is line 1. */
    private record TableSource(Table table) implements RowSource {

        private static final int STEP = 1_000;

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
            int rows = table.rows().size();
            for (int row = 0; row < rows; row++) {
                sink.row(row + 2L, table.rows().get(row).toArray(String[]::new));
                if (row % STEP == 0) {
                    sink.progress(row / (double) rows);
                }
            }
        }
    }
}
