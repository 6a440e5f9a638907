package io.lianshu.exchange;

import io.lianshu.exchange.mapping.Fault;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowFault;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes batches one after another; a batch that the graph refuses is halved until the bad row is alone. */
@OwnsItsThread
final class BatchWriter {

    private final ImportPlan plan;
    private final ImportGraph graph;
    private final Memory memory;
    private final Stamp stamp;
    private final boolean dryRun;
    private final BiConsumer<RowDraft, RowFault> rejected;

    /** @param rejected receives rows that turn out bad only against the graph */
    BatchWriter(
            ImportPlan plan, ImportGraph graph, Stamp stamp, boolean dryRun, BiConsumer<RowDraft, RowFault> rejected) {
        this.plan = plan;
        this.graph = graph;
        this.memory = new Memory(plan);
        this.stamp = stamp;
        this.dryRun = dryRun;
        this.rejected = rejected;
    }

    Memory memory() {
        return memory;
    }

    /** Writes what can be written of the rows and returns how many rows came in. */
    int write(List<RowDraft> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        try {
            return commit(rows);
        } catch (NodeIdentityLost e) {
            memory.forget();
        } catch (RowsRefused e) {
            return halved(rows, e);
        }
        try {
            return commit(rows);
        } catch (NodeIdentityLost e) {
            return halved(
                    rows,
                    new RowsRefused("关系的一端在写入时被他人删除", "an end of a relation was deleted by somebody else meanwhile"));
        } catch (RowsRefused e) {
            return halved(rows, e);
        }
    }

    private int halved(List<RowDraft> rows, RowsRefused refusal) {
        if (rows.size() == 1) {
            Fault fault = new Fault(
                    "REFUSED_BY_GRAPH",
                    refusal.chinese(),
                    refusal.english(),
                    "核对此行的编号与唯一字段；另一节点可能以别的自然键占用了同一值",
                    "check the row's identifiers: a node with another natural key may hold the same unique value");
            rejected.accept(rows.get(0), RowFault.ofRow(fault));
            return 0;
        }
        int middle = rows.size() / 2;
        return write(rows.subList(0, middle)) + write(rows.subList(middle, rows.size()));
    }

    private int commit(List<RowDraft> rows) {
        BatchStage stage = graph.inTransaction(!dryRun, batch -> {
            BatchStage attempt = new BatchStage(plan, memory, stamp, dryRun, batch);
            attempt.write(rows);
            return attempt;
        });
        stage.remember();
        IdentityHashMap<RowDraft, RowFault> bad = stage.rejected();
        for (RowDraft row : rows) {
            RowFault fault = bad.get(row);
            if (fault != null) {
                rejected.accept(row, fault);
            }
        }
        return rows.size() - bad.size();
    }
}
