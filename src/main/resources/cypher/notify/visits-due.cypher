// reads: visits due in a week and who is to make them, {person, employeeNo, project, dueOn} a row, each person's together; $isoWeek, $today, $visitRoles (codes of roles that visit); index visit_obligation_iso_week
MATCH (o:VisitObligation {isoWeek: $isoWeek})-[:DUE_UNDER]->(service:AgencyService)<-[:SERVED_BY]-(project:Project)
WHERE o.state = 'DUE' AND service.state = 'SIGNED'
  AND coalesce(service.startOn <= $today, true) AND coalesce(service.endOn >= $today, true)
MATCH (service)<-[part:MEMBER_OF]-(person:Person)
WHERE part.role IN $visitRoles AND coalesce(part.from <= $today, true) AND coalesce(part.to >= $today, true)
WITH DISTINCT person, project, o.dueOn AS dueOn
RETURN person.id AS person, person.employeeNo AS employeeNo, project.name AS project, dueOn
ORDER BY person, dueOn, project
