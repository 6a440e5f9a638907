// reads: whether an attachment has an object's key; $key; returns known; constraint attachment_object_key
RETURN EXISTS { (attachment:Attachment {objectKey: $key}) } AS known
