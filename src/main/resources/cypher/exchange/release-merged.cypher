// writes: lets a merged node stand for itself again; $duplicate; constraint merged_id
MATCH (gone:Merged {id: $duplicate})-[into:MERGED_INTO]->()
DELETE into
