package io.lianshu.exchange;

import io.lianshu.exchange.mapping.Fault;
import java.nio.file.Path;

/** A program of its own that reads a workbook and says how many rows and cells it had, so that its memory is known. */
final class LargeWorkbook implements RowSource.Sink {

    private long rows;
    private long cells;

    private LargeWorkbook() {}

    public static void main(String[] args) {
        LargeWorkbook counted = new LargeWorkbook();
        Sources.of(Path.of(args[0]), null, ',', null).read(counted);
        System.out.println(counted.rows + " rows, " + counted.cells + " cells");
    }

    @Override
    public void row(long line, String[] texts) {
        rows++;
        for (String text : texts) {
            cells += text.isEmpty() ? 0 : 1;
        }
    }

    @Override
    public void broken(long line, Fault fault) {
        throw new IllegalStateException("row " + line + " is broken: " + fault.code());
    }

    @Override
    public void progress(double part) {}
}
