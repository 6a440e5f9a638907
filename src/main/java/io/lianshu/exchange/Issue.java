package io.lianshu.exchange;

import io.lianshu.exchange.mapping.RowFault;

/**
 * A row that did not come in, or one that did and looks odd.
 *
 * @param line in the file, from 1
 * @param place how people find the row: its line, or what stands for it in a file without lines
 */
public record Issue(Severity severity, String file, long line, String place, RowFault fault) {

    /** Whether the row was left out. */
    public enum Severity {
        REJECTED,
        WARNING
    }
}
