package io.lianshu.exchange.mapping;

/**
 * A fault and where in the row it is.
 *
 * @param node name of the node in the mapping, or empty
 * @param field GraphQL name, or empty
 * @param column columns it comes from, or empty
 * @param value what stands there, masked when personal
 */
public record RowFault(String node, String field, String column, String value, Fault fault) {

    public static RowFault ofRow(Fault fault) {
        return new RowFault("", "", "", "", fault);
    }
}
