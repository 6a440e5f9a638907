// reads: what lies around a node, one map {nodes, edges, truncated}; id bound; $followed, $entered, $passed, $titles, $shown, $depth, $limit, $mostEdges; expands from the node, by no index
CALL (id) {
    // The nearest come first, so what is cut off lies farther away. A node is passed at the first or second step only.
    MATCH SHORTEST 1 (
        p = (id)
            ((m WHERE m = id OR ($depth > 1
                    AND any(l IN labels(m) WHERE l IN $passed)
                    AND ($depth > 2 OR EXISTS { (id)-[s]-(m) WHERE type(s) IN $followed })))
                -[r WHERE type(r) IN $followed]-
                (n WHERE any(l IN labels(n) WHERE l IN $entered) /* and visible(n) */)){1,3}
            (b)
    )
    WHERE b <> id
    WITH b, length(p) AS layer
    LIMIT 20 * $limit
    WITH b, layer
    ORDER BY b.id
    // In a layer every label has its turn before any has a second.
    WITH layer, head([l IN labels(b) WHERE l IN $entered]) AS label, collect(b)[..$limit] AS alike
    UNWIND range(0, size(alike) - 1) AS turn
    WITH alike[turn] AS b, layer, turn, label
    ORDER BY layer, turn, label
    LIMIT $limit
    RETURN collect(b) AS found
}
WITH [id] + found[..$limit - 1] AS seen, size(found) >= $limit AS truncated
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
