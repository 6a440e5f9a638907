package io.lianshu.exchange;

import io.lianshu.exchange.ImportGraph.Batch;
import io.lianshu.exchange.mapping.Fault;
import io.lianshu.exchange.mapping.FormPlan;
import io.lianshu.exchange.mapping.FormPlan.Form;
import io.lianshu.exchange.mapping.MappingRefused;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowFault;
import io.lianshu.exchange.mapping.Vocabulary;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.command.NodeVersion;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.map.Editing;
import io.lianshu.platform.map.Edits;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.write.RowCheck;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Enters and corrects nodes by hand: the input is one row, read, judged and written by what reads, judges and writes the
 * rows of an import. What an import only warns of is refused here.
 */
@OwnsItsThread
final class CorrectionGraph implements ClientCommand {

    private final Vocabulary vocabulary;
    private final List<RowCheck> checks;
    private final Map<String, Target> targets = new HashMap<>();

    /** @param rule expression over {@code this} that the node must satisfy, or null */
    private record Target(
            NodeType type, boolean create, @Nullable String rule) {}

    CorrectionGraph(Vocabulary vocabulary, List<RowCheck> checks) {
        this.vocabulary = vocabulary;
        this.checks = List.copyOf(checks);
        vocabulary.map().nodeTypes().forEach(type -> {
            Editing editing = type.editing();
            if (editing != null) {
                String rule = editing.rule() == null ? null : CypherCatalog.rule(editing.rule());
                targets.put(Edits.create(type), new Target(type, true, rule));
                targets.put(Edits.correct(type), new Target(type, false, rule));
            }
        });
    }

    @Override
    public Set<String> mutations() {
        return targets.keySet();
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        Target target = targets.get(call.mutation());
        if (target == null) {
            throw new IllegalArgumentException(call.mutation() + " is none of an editable type's");
        }
        CorrectionRefusals words = new CorrectionRefusals(target.type());
        Form form;
        try {
            form = FormPlan.of(target.type(), call.input(), vocabulary);
        } catch (MappingRefused e) {
            return CommandOutcome.refused(null, words.of(e));
        }
        List<RowFault> faults = new ArrayList<>();
        RowDraft draft = form.read(faults);
        if (draft == null) {
            return CommandOutcome.refused(null, words.of(faults));
        }
        List<Refusal> odd = odd(new DraftView(form.plan(), draft));
        if (!odd.isEmpty()) {
            return CommandOutcome.refused(null, odd);
        }
        try {
            return new Attempt(target, call, form, draft, new Batch(transaction), words).write();
        } catch (Neo4jException e) {
            RowsRefused taken = ImportGraph.taken(e);
            if (taken == null) {
                throw e;
            }
            return CommandOutcome.refused(null, List.of(words.taken(taken)));
        }
    }

    private List<Refusal> odd(DraftView row) {
        checks.forEach(RowCheck::begin);
        return checks.stream()
                .flatMap(check -> check.check(row).stream())
                .map(odd -> CorrectionRefusals.said(
                        odd.field(),
                        new Fault(odd.code(), odd.chinese(), odd.english(), odd.chineseRemedy(), odd.englishRemedy())))
                .toList();
    }

    /** One call on one transaction. */
    private record Attempt(
            Target target, CommandCall call, Form form, RowDraft draft, Batch batch, CorrectionRefusals words) {

        CommandOutcome write() {
            String label = target.type().label();
            String id = form.subject(draft).id();
            // Whoever else would correct it waits here, so that the version read next is the one that is replaced.
            Map<String, Object> stored = batch.locked(label, List.of(id)).get(id);
            Standing standing = stored == null ? batch.standing(List.of(id)).get(id) : null;
            if (standing != null) {
                Refusal merged = target.create() ? words.alreadyThere() : MergeRefusals.merged(Edits.ID);
                return CommandOutcome.refused(standing.id(), List.of(merged));
            }
            CommandOutcome refused = target.create() ? unlessNew(id, stored) : unlessCurrent(id, stored);
            if (refused != null) {
                return refused;
            }
            Map<String, Object> before = stored == null ? Map.of() : stored;
            CorrectionChanges changes = new CorrectionChanges(form, draft, batch);
            List<NodeChange.Field> fields = changes.against(before);
            ZonedDateTime now = NodeVersion.next(call.now(), before);
            Stamp stamp = new Stamp(Clock.fixed(now.toInstant(), now.getZone()), call.mutation(), List.of(""), false);
            BatchStage stage = new BatchStage(form.plan(), new Memory(form.plan()), stamp, false, batch);
            stage.write(List.of(draft));
            if (!stage.rejected().isEmpty()) {
                return CommandOutcome.refused(
                        null, words.of(List.copyOf(stage.rejected().values())));
            }
            changes.unlink(id);
            if (!fields.isEmpty()) {
                batch.updateNode(label, id, Map.of(NodeVersion.PROPERTY, now, "source", call.mutation()));
            }
            if (target.create() && !isTheirs(id)) {
                return CommandOutcome.refused(null, List.of(CorrectionRefusals.notYours()));
            }
            return CommandOutcome.done(id, fields.isEmpty() ? List.of() : List.of(new NodeChange(label, id, fields)));
        }

        private @Nullable CommandOutcome unlessNew(String id, @Nullable Map<String, Object> stored) {
            return stored == null ? null : CommandOutcome.refused(id, List.of(words.alreadyThere()));
        }

        private @Nullable CommandOutcome unlessCurrent(String id, @Nullable Map<String, Object> stored) {
            if (stored == null) {
                return CommandOutcome.refused(null, List.of(words.notFound()));
            }
            if (!isTheirs(id)) {
                return CommandOutcome.refused(id, List.of(CorrectionRefusals.notYours()));
            }
            if (!NodeVersion.isCurrent(stored, call.input().get(Edits.VERSION))) {
                return CommandOutcome.refused(id, List.of(NodeVersion.stale(Edits.VERSION)));
            }
            List<Refusal> keys = words.keysChanged(
                    form, stored, Changes.between(stored, form.subject(draft).values()));
            return keys.isEmpty() ? null : CommandOutcome.refused(id, keys);
        }

        private boolean isTheirs(String id) {
            String rule = target.rule();
            return rule == null
                    || batch.satisfies(
                            target.type().label(),
                            rule,
                            Map.of("id", id, "viewer", call.viewer().asParameter(), "now", call.now()));
        }
    }
}
