package io.lianshu.exchange;

import io.lianshu.platform.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * How an import runs.
 *
 * @param batch rows of one transaction
 * @param dryRun whether everything is checked and nothing written
 * @param source what goes into the property {@code source}; null: what the mapping says, or the file's name
 * @param by who imports, as the audit tells it
 * @param uploaded whether the rows came over the network, so that held fields stay as they are
 */
public record ImportOptions(
        int batch, boolean dryRun, @Nullable String source, String by, boolean uploaded) {

    public static final int USUAL_BATCH = 5_000;

    public static final ImportOptions USUAL = new ImportOptions(USUAL_BATCH, false, null);

    /** By whoever holds the machine. */
    public ImportOptions(int batch, boolean dryRun, @Nullable String source) {
        this(batch, dryRun, source, AuditEntry.COMMAND_LINE, false);
    }

    public ImportOptions {
        if (batch < 1 || batch > 100_000) {
            throw new IllegalArgumentException("A batch has 1 to 100000 rows, not " + batch);
        }
    }
}
