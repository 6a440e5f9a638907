// rule: an Attachment, to those who check the work; else to the person who uploaded it
any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'CASE_OFFICER', 'IMPORTER'])
OR ($viewer.personId IS NOT NULL
  AND EXISTS { (this)-[:UPLOADED_BY]->(itsUploader:Person) WHERE itsUploader.id = $viewer.personId })
