// reads: what is overdue for whom, {person, employeeNo, project (null for none), difficulties, approvals, notices} a row, each person's together; $today, $visitRoles (codes of roles that visit); indexes difficulty_status, approval_due_on, supervision_notice_due_on
CALL () {
    MATCH (d:Difficulty)-[:ABOUT]->(project:Project)-[:SERVED_BY]->(service:AgencyService)<-[part:MEMBER_OF]-(person:Person)
    WHERE d.status IN ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'ESCALATED', 'REOPENED'] AND d.dueOn < $today
      AND service.state = 'SIGNED' AND part.role IN $visitRoles
      AND coalesce(service.startOn <= $today, true) AND coalesce(service.endOn >= $today, true)
      AND coalesce(part.from <= $today, true) AND coalesce(part.to >= $today, true)
    RETURN person, project, d AS difficulty, null AS approval, null AS notice
  UNION
    MATCH (a:Approval)
    WHERE a.dueOn < $today AND a.completedAt IS NULL AND a.pausedSince IS NULL
    MATCH (a)<-[:HAS_APPROVAL]-(project:Project)-[:SERVED_BY]->(service:AgencyService)<-[part:MEMBER_OF]-(person:Person)
    WHERE service.state = 'SIGNED' AND part.role IN $visitRoles
      AND coalesce(service.startOn <= $today, true) AND coalesce(service.endOn >= $today, true)
      AND coalesce(part.from <= $today, true) AND coalesce(part.to >= $today, true)
    RETURN person, project, null AS difficulty, a AS approval, null AS notice
  UNION
    CALL () {
        MATCH (d:Difficulty)-[:ASSIGNED_TO]->(department:Department)
        WHERE d.status IN ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'ESCALATED', 'REOPENED'] AND d.dueOn < $today
        RETURN department, d AS difficulty, null AS notice
      UNION
        MATCH (n:SupervisionNotice)-[:ISSUED_TO]->(department:Department)
        WHERE n.dueOn < $today AND n.repliedAt IS NULL
        RETURN department, null AS difficulty, n AS notice
    }
    MATCH (department)<-[post:WORKS_FOR]-(person:Person)
    WHERE coalesce(post.from <= $today, true) AND coalesce(post.to >= $today, true)
      AND EXISTS {
        (person)<-[:ACCOUNT_OF]-(account:Account)<-[:GRANTED_TO]-(grant:RoleGrant {role: 'DEPARTMENT_APPROVER'})
        WHERE NOT coalesce(account.suspended, false) AND grant.withdrawnAt IS NULL
          AND grant.from <= $today AND coalesce(grant.to >= $today, true)
      }
    WITH person, difficulty, notice, coalesce(difficulty, notice) AS thing
    OPTIONAL MATCH (thing)-[:ABOUT]->(project:Project)
    RETURN person, project, difficulty, null AS approval, notice
}
RETURN person.id AS person, person.employeeNo AS employeeNo, project.name AS project,
    count(DISTINCT difficulty) AS difficulties, count(DISTINCT approval) AS approvals, count(DISTINCT notice) AS notices
ORDER BY person, project
