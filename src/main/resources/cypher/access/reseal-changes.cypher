// writes: what changes by commands were from and to, sealed under another key; $rows (id of the relation, before, after); looks up the relations by their element ids
UNWIND $rows AS row
MATCH ()-[change:CHANGED]->()
WHERE elementId(change) = row.id
SET change.before = row.before, change.after = row.after
RETURN count(change) AS resealed
