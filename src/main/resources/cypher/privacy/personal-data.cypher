// reads: what hangs on a person, one map {relation, label, node} a row, to that person and to administrators; this bound; $viewer; expands from the node, by no index
MATCH (this)-[held]-(other)
WHERE (this.id = $viewer.personId OR 'ADMINISTRATOR' IN $viewer.roles)
    AND NOT type(held) IN ['CHANGED', 'MERGED_INTO']
    /* and visible(other) */
WITH DISTINCT type(held) AS relation, other
ORDER BY relation, other.id
LIMIT 500
RETURN {relation: relation, label: head(labels(other)), node: other} AS value
