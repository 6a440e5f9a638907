// reads: relations of a merged node and of the one that stands for it: merged (whose), relation and other (element ids), type, outgoing, labels (of the other); $duplicate, $kept (types left alone); constraint merged_id
MATCH (gone:Merged {id: $duplicate})-[:MERGED_INTO]->(keep)
UNWIND [gone, keep] AS node
MATCH (node)-[r]-(other)
WHERE NOT type(r) IN $kept
RETURN node = gone AS merged, elementId(r) AS relation, type(r) AS type, startNode(r) = node AS outgoing,
    elementId(other) AS other, labels(other) AS labels, other IN [gone, keep] AS within
