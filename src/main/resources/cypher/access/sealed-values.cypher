// reads: values of a sealed property that another key than the current one sealed: id, sealed; $label, $property, $current (how those of the current key begin), $after (id), $first; scans the label
MATCH (n:$($label))
WHERE n.id > $after AND n[$property] IS NOT NULL AND NOT n[$property] STARTS WITH $current
WITH n
ORDER BY n.id
LIMIT $first
RETURN n.id AS id, n[$property] AS sealed
