// rule: a Visit, to the office's roles, one that does not count to its agent and to supervisors only; to an owner when it was made to one of its projects
(coalesce(this.state <> 'REJECTED', true)
  AND (any(itsRole IN $viewer.roles WHERE itsRole IN
      ['AGENT', 'DEPARTMENT_APPROVER', 'WINDOW_CLERK', 'SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER',
       'ADMINISTRATOR'])
    OR ($viewer.companyId IS NOT NULL
      AND EXISTS {
        (this)-[:TO]->(:Project)<-[:OWNS]-(itsOwner:Company)
        WHERE itsOwner.id = $viewer.companyId
      })))
OR 'SUPERVISOR' IN $viewer.roles
OR ($viewer.personId IS NOT NULL
  AND EXISTS { (this)<-[:MADE]-(itsAgent:Person) WHERE itsAgent.id = $viewer.personId })
