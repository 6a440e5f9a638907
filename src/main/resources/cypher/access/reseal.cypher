// writes: a sealed property's values under another key, unless they have changed meanwhile; $label, $property, $rows (id, old, new); looks up n.id under the label
UNWIND $rows AS row
MATCH (n:$($label) {id: row.id})
WHERE n[$property] = row.old
SET n[$property] = row.new
RETURN count(n) AS resealed
