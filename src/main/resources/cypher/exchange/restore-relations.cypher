// writes: gives a merged node its relations back: those that moved as they are now, unless somebody took them away, the others as they were; $duplicate; constraint merged_id
MATCH (gone:Merged {id: $duplicate})-[:MERGED_INTO]->(keep)
MATCH (gone)-[was:WAS]->(other)
OPTIONAL MATCH (keep)-[now]-(other)
WHERE was.wasMoved AND type(now) = was.wasType AND (startNode(now) = keep) = was.wasOutgoing
WITH gone, was, other, now
CALL (gone, was, other, now) {
    WITH was.wasType AS type, CASE WHEN now IS NULL THEN properties(was) ELSE properties(now) END AS values,
        CASE WHEN was.wasOutgoing THEN gone ELSE other END AS a, CASE WHEN was.wasOutgoing THEN other ELSE gone END AS b
    WHERE NOT was.wasMoved OR now IS NOT NULL
    CREATE (a)-[back:$(type)]->(b)
    SET back = values
    REMOVE back.wasType, back.wasOutgoing, back.wasMoved
}
DELETE was, now
