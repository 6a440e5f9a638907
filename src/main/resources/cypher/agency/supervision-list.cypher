// reads: what a week left undone, one map as SupervisionList; $isoWeek (YYYY-Www or null), $now; indexes agency_service_state, difficulty_status, approval_due_on, resolution_status, supervision_notice_due_on
WITH date($now) AS now
WITH CASE WHEN $isoWeek IS NULL THEN now
    ELSE date({year: toInteger(substring($isoWeek, 0, 4)), week: toInteger(substring($isoWeek, 6)), dayOfWeek: 7}) END AS last, now
WITH CASE WHEN last > now THEN now ELSE last END AS today, last
WITH today, toString(last.weekYear) + '-W' + right('0' + toString(last.week), 2) AS week
CALL (week) {
    MATCH (service:AgencyService {state: 'SIGNED'})<-[:SERVED_BY]-(project:Project)
    WITH project, service,
        EXISTS { (service)<-[:DUE_UNDER]-(o:VisitObligation {isoWeek: week}) WHERE o.state IN ['DONE', 'EXEMPT'] } AS visited,
        EXISTS {
            (:Meeting {isoWeek: week})-[:DECIDED]->(:Resolution)-[:FOR]->(project)
        } OR EXISTS {
            (project)<-[:ABOUT]-(:Difficulty)<-[:FOR]-(:Resolution)<-[:DECIDED]-(:Meeting {isoWeek: week})
        } OR EXISTS {
            (project)-[:HAS_APPROVAL]->(:Approval)<-[:FOR]-(:Resolution)<-[:DECIDED]-(:Meeting {isoWeek: week})
        } AS met,
        EXISTS { (project)<-[:CHECKED]-(:Supervision {isoWeek: week}) } AS supervised
    ORDER BY toInteger(visited) + toInteger(met) + toInteger(supervised), project.id
    LIMIT 500
    RETURN collect({project: project, service: service, visited: visited, met: met, supervised: supervised}) AS projects
}
CALL (today) {
    CALL (today) {
        MATCH (d:Difficulty)-[:ASSIGNED_TO]->(department:Department)
        WHERE d.status IN ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'ESCALATED', 'REOPENED'] AND d.dueOn < today
        RETURN department, 'd' AS what, d.dueOn AS dueOn
      UNION ALL
        MATCH (a:Approval)
        WHERE a.dueOn < today AND a.completedAt IS NULL AND a.pausedSince IS NULL
        MATCH (a)-[:AT_DESK_OF]->(department:Department)
        RETURN department, 'a' AS what, a.dueOn AS dueOn
      UNION ALL
        MATCH (r:Resolution {status: 'OPEN'})-[:ASSIGNED_TO]->(department:Department)
        WHERE r.dueOn < today
        RETURN department, 'r' AS what, r.dueOn AS dueOn
      UNION ALL
        MATCH (n:SupervisionNotice)-[:ISSUED_TO]->(department:Department)
        WHERE n.dueOn < today AND n.repliedAt IS NULL
        RETURN department, 'n' AS what, n.dueOn AS dueOn
    }
    WITH department, today, collect(what) AS kinds, min(dueOn) AS longest
    ORDER BY size(kinds) DESC, longest, department.id
    RETURN collect({
        department: department,
        difficulties: size([k IN kinds WHERE k = 'd']),
        approvals: size([k IN kinds WHERE k = 'a']),
        resolutions: size([k IN kinds WHERE k = 'r']),
        notices: size([k IN kinds WHERE k = 'n']),
        longestDays: duration.inDays(longest, today).days,
        noticesBefore: COUNT {
            (department)<-[:ISSUED_TO]-(n:SupervisionNotice)
            WHERE date(n.issuedAt) <= today AND date(n.issuedAt) >= today - duration({days: 90})
        }
    })[..100] AS overdue
}
RETURN {isoWeek: week, projects: projects, overdue: overdue} AS value
