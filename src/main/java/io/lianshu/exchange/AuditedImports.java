package io.lianshu.exchange;

import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** Imports of which the audit tells the beginning, so that one that is killed is told too, and the end. */
@OwnsItsThread
final class AuditedImports implements Imports {

    private static final int LONGEST = 500;

    private final Imports imports;
    private final AuditTrail audit;
    private final Clock clock;

    AuditedImports(Imports imports, AuditTrail audit, Clock clock) {
        this.imports = imports;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ImportPlan plan(String name, String yaml) {
        return imports.plan(name, yaml);
    }

    @Override
    public ImportPlan template(String name) {
        return imports.template(name);
    }

    @Override
    public ImportSummary run(
            ImportPlan plan, List<? extends RowSource> sources, ImportOptions options, ImportListener listener) {
        String files = sources.stream().map(RowSource::name).collect(Collectors.joining(", "));
        String what = "%s%s by %s".formatted(options.dryRun() ? "dry run of " : "", files, plan.name());
        tell(options, "begun: " + what);
        ImportSummary summary = imports.run(plan, sources, options, listener);
        tell(
                options,
                "ended: %s: %d rows read, %d written, %d rejected"
                        .formatted(what, summary.read(), summary.written(), summary.rejected()));
        return summary;
    }

    private void tell(ImportOptions options, String details) {
        audit.append(new AuditEntry(
                ZonedDateTime.now(clock),
                AuditAction.IMPORT,
                options.by(),
                "",
                "import",
                null,
                null,
                details.length() <= LONGEST ? details : details.substring(0, LONGEST - 1) + "…"));
    }
}
