// reads: audit events by number: number, id, at, action, by, roles, command, subject, reason, details, hash; $after, $first; constraint audit_event_number
MATCH (event:AuditEvent)
WHERE event.number > $after AND event.number IS :: INTEGER
WITH event
ORDER BY event.number
LIMIT $first
RETURN event.number AS number,
    event.id AS id,
    event.at AS at,
    event.action AS action,
    event.by AS by,
    event.roles AS roles,
    event.command AS command,
    event.subject AS subject,
    event.reason AS reason,
    event.details AS details,
    event.hash AS hash
