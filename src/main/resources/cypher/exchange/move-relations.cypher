// writes: takes relations off a merged node, keeps each as WAS beside it, and gives those that move to the one that stands for it; $duplicate, $rows (relation, moves); constraint merged_id
MATCH (gone:Merged {id: $duplicate})-[:MERGED_INTO]->(keep)
UNWIND $rows AS row
MATCH (from)-[old]->(to)
WHERE elementId(old) = row.relation
WITH gone, keep, row, old, from, to
CALL (gone, keep, row, old, from, to) {
    UNWIND CASE WHEN row.moves THEN [old] ELSE [] END AS moved
    WITH moved, CASE WHEN from = gone THEN keep ELSE from END AS a, CASE WHEN to = gone THEN keep ELSE to END AS b
    CREATE (a)-[new:$(type(moved))]->(b)
    SET new = properties(moved)
}
WITH gone, row, old, from = gone AS outgoing, CASE WHEN from = gone THEN to ELSE from END AS other
CREATE (gone)-[was:WAS]->(other)
SET was = properties(old), was.wasType = type(old), was.wasOutgoing = outgoing, was.wasMoved = row.moves
DELETE old
