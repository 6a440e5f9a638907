// reads: shortest paths without a node twice, one map {length, nodes, edges, named, types, forward} a row; from, to bound; $followed, $passed, $titles, $shown, $maxLength, $first; expands from both ends, by no index
WITH from, to
WHERE from <> to
MATCH SHORTEST 6 GROUPS (
    p = (from)
        (()-[r WHERE type(r) IN $followed]-(n WHERE (n = to OR any(l IN labels(n) WHERE l IN $passed)) /* and visible(n) */)){1,6}
        (to)
    WHERE all(i IN range(0, size(nodes(p)) - 2) WHERE NOT nodes(p)[i] IN nodes(p)[i + 1..])
)
WITH p, length(p) AS length
// They come shortest first. So many are put in order; among more of equal length the store's order decides.
LIMIT 500
WHERE length <= $maxLength
WITH p, length, [r IN relationships(p) | type(r)] AS types, [n IN nodes(p) | n.id] AS ids
ORDER BY length, types, ids
// The first of every kind of path comes before the second of any.
WITH length, types, collect(p)[..$first] AS alike
UNWIND range(0, size(alike) - 1) AS turn
WITH alike[turn] AS p, length, types, turn
ORDER BY length, turn, types
LIMIT $first
WITH p, length, types, [n IN nodes(p) | {
    id: n.id,
    label: head([l IN labels(n) WHERE $titles[l] IS NOT NULL]),
    texts: [q IN $titles[head([l IN labels(n) WHERE $titles[l] IS NOT NULL])] | n[q]],
    node: n
}] AS named
RETURN {
    length: length,
    nodes: named,
    edges: [r IN relationships(p) | {
        type: type(r),
        from: startNode(r).id,
        to: endNode(r).id,
        properties: [q IN coalesce($shown[type(r)], []) WHERE r[q.property] IS NOT NULL
            | {name: q.name, form: q.form, raw: r[q.property]}]
    }],
    named: [n IN named | {id: n.id, label: n.label, texts: n.texts}],
    types: types,
    forward: [i IN range(0, length - 1) | startNode(relationships(p)[i]) = nodes(p)[i]]
} AS value
