// reads: those of $files that the viewer uploaded or, by role, may see; $files, $viewer; constraint attachment_id
UNWIND $files AS id
MATCH (file:Attachment {id: id})
WHERE any(role IN $viewer.roles WHERE role IN ['SUPERVISOR', 'CASE_OFFICER'])
    OR EXISTS { (file)-[:UPLOADED_BY]->(uploader:Person) WHERE uploader.id = $viewer.personId }
RETURN file {.id, .objectKey, .name, .mime, .size, .sha256} AS file
