// writes: removes uploads that are attached to nothing, each locked before it is looked at; $keys (of their objects), $now; returns key, one a row that was removed; constraint attachment_object_key
UNWIND $keys AS key
MATCH (attachment:Attachment {objectKey: key})
SET attachment.updatedAt = $now
WITH key, attachment
WHERE NOT EXISTS { (attachment)-[:ATTACHED_TO]->() }
DETACH DELETE attachment
RETURN key
