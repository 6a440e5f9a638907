package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a new node keeps of the row that first named it: the ids of certain targets, whatever becomes of the relations. */
public record FirstIds(GraphMap map, List<LinkPlan> links) {

    /** The ids, by the property in which the node keeps them. */
    public Map<String, List<String>> of(NodeType type, String id, RowDraft first) {
        Map<String, List<String>> result = new TreeMap<>();
        for (RelationField field : map.remembering(type)) {
            for (RowDraft.LinkDraft link : first.links()) {
                boolean own = id.equals(field.outgoing() ? link.from() : link.to());
                if (own && links.get(link.plan()).kind().type().equals(field.relation())) {
                    result.computeIfAbsent(String.valueOf(field.firstIds()), unused -> new ArrayList<>())
                            .add(field.outgoing() ? link.to() : link.from());
                }
            }
        }
        return result;
    }
}
