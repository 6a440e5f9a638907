// rule: an AgencyService, to the office's roles; to an owner when it serves one of its projects
any(itsRole IN $viewer.roles WHERE itsRole IN
  ['AGENT', 'DEPARTMENT_APPROVER', 'WINDOW_CLERK', 'SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER',
   'ADMINISTRATOR'])
OR ($viewer.companyId IS NOT NULL
  AND EXISTS {
    (this)<-[:SERVED_BY]-(:Project)<-[:OWNS]-(itsOwner:Company)
    WHERE itsOwner.id = $viewer.companyId
  })
