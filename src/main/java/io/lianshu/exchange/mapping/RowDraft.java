package io.lianshu.exchange.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one row becomes, everything in it valid by itself.
 *
 * @param file place of its file in the run
 */
public record RowDraft(int file, long line, List<NodeDraft> nodes, List<LinkDraft> links) {

    /**
     * One node to be there.
     *
     * @param plan place of the node in the plan
     * @param values by property; null takes the property away; what the row does not give is not in it
     * @param said of a node that is only looked up: what the row names it by, masked when personal
     */
    public record NodeDraft(int plan, String id, Map<String, @Nullable Object> values, String said) {}

    /**
     * One relation to be there.
     *
     * @param plan place of the link in the plan
     */
    public record LinkDraft(int plan, String from, String to, Map<String, @Nullable Object> values) {}
}
