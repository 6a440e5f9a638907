// reads: uploads of before a moment that are attached to nothing; $before, $most; returns key, one object's a row; index attachment_uploaded_at
MATCH (attachment:Attachment)
WHERE attachment.uploadedAt < $before
    AND attachment.upload IS NOT NULL
    AND NOT EXISTS { (attachment)-[:ATTACHED_TO]->() }
RETURN attachment.objectKey AS key
LIMIT $most
