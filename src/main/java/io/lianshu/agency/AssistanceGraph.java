package io.lianshu.agency;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** What the office did for a project in one of its four ways. */
@OwnsItsThread
final class AssistanceGraph implements ClientCommand {

    private static final String RECORD_STATEMENT = CypherCatalog.statement("agency", "record-assistance");
    private static final int LONGEST = 2_000;

    private final CodeLists codes;

    AssistanceGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("recordAssistance");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        String mode = refusals.code("mode", AgencyCodes.MODES);
        String outcome = refusals.optional("outcome", LONGEST);
        var on = refusals.past("assistedOn");
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        String series = "SB-" + call.today().getYear();
        String code = Series.next(series, transaction);
        String id = NodeId.of("asr", List.of(code));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id);
        values.put("code", code);
        values.put("mode", mode);
        values.put("assistedOn", on);
        values.put("outcome", outcome);
        values.put("createdAt", call.now());
        values.put("updatedAt", call.now());
        values.put("source", call.mutation());
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("values", values);
        all.put("project", call.text("project"));
        all.put("approval", call.optionalText("approval"));
        all.put("person", call.viewer().personId());
        Record recorded = transaction.run(RECORD_STATEMENT, all).single();
        if (!recorded.get("fits").asBoolean()) {
            refusals.unknown(recorded.get("project").asBoolean() ? "approval" : "project");
            return CommandOutcome.refused(null, refusals.found());
        }
        return CommandOutcome.done(id, List.of());
    }
}
