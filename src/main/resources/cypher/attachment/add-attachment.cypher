// writes: an upload of a person, unless it is there already; $person, $upload (what makes it the same), $values; no row when there is no such person; returns fresh, kept (its properties now); constraints person_id, attachment_upload
MATCH (person:Person {id: $person})
MERGE (attachment:Attachment {upload: $upload})
ON CREATE SET attachment += $values
WITH person, attachment, attachment.id = $values.id AS fresh
FOREACH (once IN CASE WHEN fresh THEN [1] ELSE [] END |
    CREATE (attachment)-[:UPLOADED_BY]->(person)
)
RETURN fresh, properties(attachment) AS kept
