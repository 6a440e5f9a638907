// rule: the place of a Visit, to supervisors and to the agent who made it
'SUPERVISOR' IN $viewer.roles
OR ($viewer.personId IS NOT NULL
  AND EXISTS { (this)<-[:MADE]-(itsAgent:Person) WHERE itsAgent.id = $viewer.personId })
