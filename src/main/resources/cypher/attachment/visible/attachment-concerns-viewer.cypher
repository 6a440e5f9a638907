// rule: an Attachment, to those who check the work and to the person who uploaded it; to importers what came by file; attached to a Visit that counts, to whoever sees that; to what a case rests on, to those who work on cases
any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'CASE_OFFICER'])
OR ('IMPORTER' IN $viewer.roles AND this.upload IS NULL AND NOT EXISTS { (this)-[:ATTACHED_TO]->(:Evidence|CaseStatement|Interview) })
OR ($viewer.personId IS NOT NULL
  AND EXISTS { (this)-[:UPLOADED_BY]->(itsUploader:Person) WHERE itsUploader.id = $viewer.personId })
OR EXISTS {
  (this)-[:ATTACHED_TO]->(itsVisit:Visit)
  WHERE coalesce(itsVisit.state <> 'REJECTED', true)
    AND (any(itsRole IN $viewer.roles WHERE itsRole IN
        ['AGENT', 'DEPARTMENT_APPROVER', 'WINDOW_CLERK', 'SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER',
         'ADMINISTRATOR'])
      OR ($viewer.companyId IS NOT NULL
        AND EXISTS { (itsVisit)-[:TO]->(:Project)<-[:OWNS]-(itsOwner:Company) WHERE itsOwner.id = $viewer.companyId }))
}
OR (any(itsRole IN $viewer.roles WHERE itsRole IN ['ANALYST', 'DIRECTOR'])
  AND EXISTS { (this)-[:ATTACHED_TO]->(:Evidence|CaseStatement) })
