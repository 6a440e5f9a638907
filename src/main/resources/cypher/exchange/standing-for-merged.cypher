// reads: for those ids whose nodes were merged into others, what stands for them: id, standing (id), values (its properties); $ids; constraint merged_id
UNWIND $ids AS id
MATCH (gone:Merged {id: id})-[:MERGED_INTO]->{1,100}(keep)
WHERE NOT keep:Merged
RETURN id, keep.id AS standing, properties(keep) AS values
