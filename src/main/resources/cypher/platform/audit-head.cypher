// writes: locks the end of the audit chain until the transaction is over: number and hash of the last event; no parameters; constraint audit_head_id
MERGE (head:AuditHead {id: 'head'})
ON CREATE SET head.number = 0, head.hash = ''
// Locked before anything of it is read, or two could read the same end.
SET head.held = true
RETURN head.number AS number, head.hash AS hash
