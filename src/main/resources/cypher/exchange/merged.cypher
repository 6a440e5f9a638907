// reads: a merged node: values, filled (names of what it gave), standing (id), last (whether no later merge builds on it); $duplicate; constraint merged_id
MATCH (gone:Merged {id: $duplicate})-[into:MERGED_INTO]->(keep)
RETURN properties(gone) AS values, into.filled AS filled, keep.id AS standing,
    NOT keep:Merged AND NOT EXISTS { (gone)-[:WAS]->(:Merged) } AS last
