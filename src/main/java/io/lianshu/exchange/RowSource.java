package io.lianshu.exchange;

import io.lianshu.exchange.mapping.Fault;
import java.util.List;

/** A table to import: a file, a sheet, or rows that a program makes. */
public interface RowSource {

    /** Name for reports, without folders. */
    String name();

    /** Column names, trimmed, in their order. */
    List<String> header();

    /** Hands over all rows in order. */
    void read(Sink sink);

    /** How reports call a row that was handed over: by its line, or by what says more where there are no lines. */
    default String place(long line) {
        return Long.toString(line);
    }

    /** Receives rows. */
    interface Sink {

        /**
         * A row whose line could be read.
         *
         * @param cells as many as the header has
         */
        void row(long line, String[] cells);

        /** A row that is broken as such. */
        void broken(long line, Fault fault);

        /** Part of the source that has been read, 0 to 1. */
        void progress(double part);
    }
}
