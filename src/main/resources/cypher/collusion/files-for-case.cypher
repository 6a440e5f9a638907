// writes: locks, so that no sweep removes them, those of $files that the viewer uploaded or, by role, may see; $files, $viewer; constraint attachment_id
UNWIND $files AS id
MATCH (file:Attachment {id: id})
WHERE any(role IN $viewer.roles WHERE role IN ['SUPERVISOR', 'CASE_OFFICER'])
    OR EXISTS { (file)-[:UPLOADED_BY]->(uploader:Person) WHERE uploader.id = $viewer.personId }
SET file.moving = true
WITH file
SET file.moving = null
RETURN file {.id, .objectKey, .name, .mime, .size, .sha256} AS file
