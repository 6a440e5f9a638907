// writes: appends an event to the audit chain, whose end is locked; $values (all of the event); constraint audit_head_id
MATCH (head:AuditHead {id: 'head'})
SET head.number = $values.number, head.hash = $values.hash
CREATE (event:AuditEvent)
SET event = $values
