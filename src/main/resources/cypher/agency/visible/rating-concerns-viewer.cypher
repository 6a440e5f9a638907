// rule: a ServiceRating, to the office's roles; to an owner when it is of one of its projects
any(itsRole IN $viewer.roles WHERE itsRole IN
  ['AGENT', 'DEPARTMENT_APPROVER', 'WINDOW_CLERK', 'SUPERVISOR', 'ANALYST', 'DIRECTOR', 'IMPORTER', 'ADMINISTRATOR'])
OR ($viewer.companyId IS NOT NULL
  AND EXISTS {
    (this)-[:RATED]->(:AgencyService)<-[:SERVED_BY]-(:Project)<-[:OWNS]-(itsOwner:Company)
    WHERE itsOwner.id = $viewer.companyId
  })
