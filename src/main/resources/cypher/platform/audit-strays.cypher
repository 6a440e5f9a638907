// reads: how many audit events have no place in the chain; no parameters; scans the label
MATCH (stray:AuditEvent)
WHERE stray.number IS NULL OR NOT stray.number IS :: INTEGER OR stray.number < 1
RETURN count(stray) AS strays
