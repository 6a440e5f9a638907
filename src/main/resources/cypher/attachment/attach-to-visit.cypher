// writes: attaches a person's uploads to a visit; $visit (id), $person (id), $attachments (ids), $now; returns attached, how many: fewer than the ids when one is not there, not the person's or attached already; constraints visit_id, attachment_id
MATCH (visit:Visit {id: $visit})
UNWIND $attachments AS id
MATCH (attachment:Attachment {id: id})
SET attachment.updatedAt = $now
WITH visit, attachment
WHERE EXISTS { (attachment)-[:UPLOADED_BY]->(:Person {id: $person}) }
    AND NOT EXISTS { (attachment)-[:ATTACHED_TO]->() }
CREATE (attachment)-[:ATTACHED_TO]->(visit)
RETURN count(attachment) AS attached
