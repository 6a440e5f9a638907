// Makes uploads unique by what the client called them, and finds those that wait to be attached.
CREATE CONSTRAINT attachment_upload IF NOT EXISTS FOR (n:Attachment) REQUIRE n.upload IS UNIQUE;
CREATE INDEX attachment_uploaded_at IF NOT EXISTS FOR (n:Attachment) ON (n.uploadedAt);
