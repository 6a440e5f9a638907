// rule: an ApprovalStep, to the office's roles; to an owner when it is of an approval of one of its projects
any(itsRole IN $viewer.roles WHERE itsRole IN
  ['AGENT', 'DEPARTMENT_APPROVER', 'WINDOW_CLERK', 'SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER'])
OR ($viewer.companyId IS NOT NULL
  AND EXISTS {
    (this)-[:STEP_OF]->(:Approval)<-[:HAS_APPROVAL]-(:Project)<-[:OWNS]-(itsOwner:Company)
    WHERE itsOwner.id = $viewer.companyId
  })
