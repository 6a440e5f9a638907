package io.lianshu.exchange;

import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowDraft.LinkDraft;
import io.lianshu.exchange.mapping.RowDraft.NodeDraft;
import io.lianshu.platform.write.RowCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft as the rooms' checks see it. */
record DraftView(ImportPlan plan, RowDraft draft) implements RowCheck.Row {

    @Override
    public List<RowCheck.RowNode> nodes(String type) {
        List<RowCheck.RowNode> nodes = new ArrayList<>();
        for (NodeDraft node : draft.nodes()) {
            if (plan.nodes().get(node.plan()).type().name().equals(type)) {
                nodes.add(new View(this, node));
            }
        }
        return nodes;
    }

    private record View(DraftView row, NodeDraft node) implements RowCheck.RowNode {

        @Override
        public @Nullable Object value(String property) {
            return node.values().get(property);
        }

        @Override
        public List<RowCheck.RowNode> linked(String relation) {
            List<RowCheck.RowNode> linked = new ArrayList<>();
            for (LinkDraft link : row.draft.links()) {
                if (row.plan.links().get(link.plan()).kind().type().equals(relation)) {
                    String other = link.from().equals(node.id()) ? link.to() : link.from();
                    boolean ours = link.from().equals(node.id()) || link.to().equals(node.id());
                    row.draft.nodes().stream()
                            .filter(draft -> ours && draft.id().equals(other))
                            .forEach(draft -> linked.add(new View(row, draft)));
                }
            }
            return linked;
        }
    }
}
