// reads: the end of the audit chain: number and hash of its last event, 0 and an empty text when there is none; no parameters; constraint audit_head_id
OPTIONAL MATCH (head:AuditHead {id: 'head'})
RETURN coalesce(head.number, 0) AS number, coalesce(head.hash, '') AS hash
