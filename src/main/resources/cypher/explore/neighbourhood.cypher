// reads: what lies around a node, one map {nodes, edges, truncated}; id bound; $followed, $entered, $passed, $titles, $shown, $depth, $limit, $mostEdges; expands from the node, by no index
WITH [id] AS seen, [id] AS frontier, false AS truncated
// One layer after the other, each cut to what room is left; every label has its turn before any has a second.
CALL (seen, frontier, truncated) {
    UNWIND frontier AS a
    MATCH (a)-[r]-(b)
    WHERE type(r) IN $followed
        AND any(l IN labels(b) WHERE l IN $entered)
        AND NOT b IN seen /* and visible(b) */
    WITH DISTINCT b
    ORDER BY b.id
    WITH head([l IN labels(b) WHERE l IN $entered]) AS label, collect(b)[..$limit] AS alike
    UNWIND range(0, size(alike) - 1) AS turn
    WITH alike[turn] AS b, turn, label
    ORDER BY turn, label
    RETURN collect(b) AS found
}
WITH
    seen + found[..$limit - size(seen)] AS seen,
    found[..$limit - size(seen)] AS frontier,
    truncated OR size(found) > $limit - size(seen) AS truncated
CALL (seen, frontier, truncated) {
    UNWIND CASE WHEN truncated OR $depth < 2 THEN [] ELSE frontier END AS a
    MATCH (a)-[r]-(b)
    WHERE type(r) IN $followed
        AND any(l IN labels(a) WHERE l IN $passed)
        AND any(l IN labels(b) WHERE l IN $entered)
        AND NOT b IN seen /* and visible(b) */
    WITH DISTINCT b
    ORDER BY b.id
    WITH head([l IN labels(b) WHERE l IN $entered]) AS label, collect(b)[..$limit] AS alike
    UNWIND range(0, size(alike) - 1) AS turn
    WITH alike[turn] AS b, turn, label
    ORDER BY turn, label
    RETURN collect(b) AS found
}
WITH
    seen + found[..$limit - size(seen)] AS seen,
    found[..$limit - size(seen)] AS frontier,
    truncated OR size(found) > $limit - size(seen) AS truncated
CALL (seen, frontier, truncated) {
    UNWIND CASE WHEN truncated OR $depth < 3 THEN [] ELSE frontier END AS a
    MATCH (a)-[r]-(b)
    WHERE type(r) IN $followed
        AND any(l IN labels(a) WHERE l IN $passed)
        AND any(l IN labels(b) WHERE l IN $entered)
        AND NOT b IN seen /* and visible(b) */
    WITH DISTINCT b
    ORDER BY b.id
    WITH head([l IN labels(b) WHERE l IN $entered]) AS label, collect(b)[..$limit] AS alike
    UNWIND range(0, size(alike) - 1) AS turn
    WITH alike[turn] AS b, turn, label
    ORDER BY turn, label
    RETURN collect(b) AS found
}
WITH
    seen + found[..$limit - size(seen)] AS seen,
    found[..$limit - size(seen)] AS frontier,
    truncated OR size(found) > $limit - size(seen) AS truncated
CALL (seen) {
    UNWIND seen AS a
    MATCH (a)-[r]->(b)
    WHERE type(r) IN $followed AND b IN seen
    WITH r, a.id AS from, type(r) AS type, b.id AS to
    ORDER BY from, type, to
    LIMIT $mostEdges + 1
    RETURN collect({
        type: type,
        from: from,
        to: to,
        properties: [q IN coalesce($shown[type], []) WHERE r[q.property] IS NOT NULL
            | {name: q.name, form: q.form, raw: r[q.property]}]
    }) AS edges
}
RETURN {
    nodes: [n IN seen | {
        id: n.id,
        label: head([l IN labels(n) WHERE $titles[l] IS NOT NULL]),
        texts: [q IN $titles[head([l IN labels(n) WHERE $titles[l] IS NOT NULL])] | n[q]],
        node: n
    }],
    edges: edges[..$mostEdges],
    truncated: truncated OR size(edges) > $mostEdges
} AS value
