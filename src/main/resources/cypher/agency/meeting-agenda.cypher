// reads: what a week's meeting has to talk about, one map as MeetingAgenda; $isoWeek (YYYY-Www or null), $kind (of meeting-kind, or null), $now; indexes difficulty_status, approval_due_on, visit_obligation_state, calendar_day_date, meeting_template_kind
WITH date($now) AS now
WITH CASE WHEN $isoWeek IS NULL THEN now
    ELSE date({year: toInteger(substring($isoWeek, 0, 4)), week: toInteger(substring($isoWeek, 6)), dayOfWeek: 7}) END AS last, now
WITH CASE WHEN last > now THEN now ELSE last END AS today, last
WITH today, toString(last.weekYear) + '-W' + right('0' + toString(last.week), 2) AS week
CALL (today) {
    UNWIND range(1, 20) AS n
    WITH today + duration({days: n}) AS day
    OPTIONAL MATCH (known:CalendarDay {date: day})
    WITH day, known
    WHERE coalesce(known.working, day.dayOfWeek < 6)
    WITH day
    ORDER BY day
    RETURN collect(day)[1] AS warnOn
}
CALL (today, warnOn) {
    MATCH (d:Difficulty)
    WHERE d.status IN ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'ESCALATED', 'REOPENED']
    OPTIONAL MATCH (d)-[:ABOUT]->(project:Project)
    OPTIONAL MATCH (d)-[:ASSIGNED_TO]->(department:Department)
    RETURN {
        reason: CASE WHEN d.status = 'ESCALATED' THEN 'DIFFICULTY_ESCALATED' WHEN d.dueOn < today THEN 'DIFFICULTY_OVERDUE'
            ELSE 'DIFFICULTY_OPEN' END,
        project: project, department: department, difficulty: d, approval: null, obligation: null,
        previous: head(COLLECT { MATCH (d)<-[:FOR]-(r:Resolution)<-[:DECIDED]-(m:Meeting) RETURN r ORDER BY m.heldOn DESC, r.seq LIMIT 1 }),
        daysOverdue: CASE WHEN d.dueOn < today THEN duration.inDays(d.dueOn, today).days ELSE 0 END
    } AS item, coalesce(d.severity, 1) + CASE WHEN d.status = 'ESCALATED' THEN 3 ELSE 0 END AS weight, project
  UNION ALL
    MATCH (a:Approval)
    WHERE a.dueOn <= warnOn AND a.completedAt IS NULL AND a.pausedSince IS NULL
    MATCH (a)<-[:HAS_APPROVAL]-(project:Project)
    WHERE EXISTS { (project)-[:SERVED_BY]->(:AgencyService {state: 'SIGNED'}) }
    OPTIONAL MATCH (a)-[:AT_DESK_OF]->(department:Department)
    RETURN {
        reason: CASE WHEN a.dueOn < today THEN 'APPROVAL_OVERDUE' ELSE 'APPROVAL_WARN' END,
        project: project, department: department, difficulty: null, approval: a, obligation: null,
        previous: head(COLLECT { MATCH (a)<-[:FOR]-(r:Resolution)<-[:DECIDED]-(m:Meeting) RETURN r ORDER BY m.heldOn DESC, r.seq LIMIT 1 }),
        daysOverdue: CASE WHEN a.dueOn < today THEN duration.inDays(a.dueOn, today).days ELSE 0 END
    } AS item, CASE WHEN a.dueOn < today THEN 2 ELSE 1 END AS weight, project
  UNION ALL
    MATCH (o:VisitObligation {state: 'MISSED'})
    WHERE o.dueOn >= today - duration({days: 14}) AND o.dueOn <= today
    MATCH (o)-[:DUE_UNDER]->(:AgencyService)<-[:SERVED_BY]-(project:Project)
    RETURN {
        reason: 'VISIT_MISSED',
        project: project, department: null, difficulty: null, approval: null, obligation: o, previous: null,
        daysOverdue: duration.inDays(o.dueOn, today).days
    } AS item, 1 AS weight, project
}
WITH today, week, item, weight, EXISTS { (project)-[:LISTED_IN]->(list:KeyProjectList) WHERE list.year = today.year } AS key
ORDER BY weight DESC, item.daysOverdue DESC, key DESC, item.project.id
WITH today, week, collect(item) AS all
CALL (today) {
    OPTIONAL MATCH (template:MeetingTemplate {kind: coalesce($kind, 'WEEKLY')})
    WHERE template.validFrom <= today AND coalesce(template.validTo >= today, true)
    WITH template
    ORDER BY template.validFrom DESC
    LIMIT 1
    RETURN template, COLLECT { MATCH (template)-[:CALLS]->(d:Department) RETURN d ORDER BY d.id } AS fixed
}
CALL (all, fixed) {
    UNWIND all AS item
    WITH item.department AS department, fixed, count(*) AS many
    WHERE department IS NOT NULL AND NOT department IN fixed
    ORDER BY many DESC, department.id
    RETURN collect(department) AS others
}
WITH week, all, template, fixed + others[..coalesce(template.extraCount, size(others))] AS departments
RETURN {
    isoWeek: week,
    template: template,
    items: [item IN all
        WHERE template.extraCount IS NULL OR item.department IS NULL OR item.department IN departments | item][..100],
    departments: departments
} AS value
