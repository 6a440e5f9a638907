// reads: how many audit events have no place in the chain; no parameters; scans the label
MATCH (stray:AuditEvent)
WHERE stray.number IS NULL
RETURN count(stray) AS strays
