// reads: what waits for a Person (this) in the services it has a part in, one map as WorkCounters; this bound; $now; expands from this, no index
WITH this, date($now) AS today
WITH this, today, toString(today.weekYear) + '-W' + right('0' + toString(today.week), 2) AS week
OPTIONAL MATCH (this)-[part:MEMBER_OF]->(service:AgencyService)<-[:SERVED_BY]-(project:Project)
WHERE coalesce(part.from <= today, true) AND coalesce(part.to >= today, true)
  AND service.state = 'SIGNED'
  AND coalesce(service.startOn <= today, true) AND coalesce(service.endOn >= today, true)
WITH DISTINCT service, project, today, week
WITH
    COUNT { (service)<-[:DUE_UNDER]-(:VisitObligation {isoWeek: week, state: 'DUE'}) } AS due,
    COUNT { (service)<-[:DUE_UNDER]-(:VisitObligation {isoWeek: week, state: 'DONE'}) } AS done,
    COUNT {
        (service)<-[:DUE_UNDER]-(o:VisitObligation {state: 'MISSED'})
        WHERE o.dueOn >= today - duration({days: 56})
    } AS missed,
    COUNT {
        (project)<-[:ABOUT]-(d:Difficulty)
        WHERE NOT d.status IN ['RESOLVED', 'REJECTED'] AND d.dueOn < today
    } AS difficulties,
    COUNT {
        (project)-[:HAS_APPROVAL]->(a:Approval)
        WHERE a.completedAt IS NULL AND a.pausedSince IS NULL AND a.dueOn < today
    } AS approvals,
    COUNT { (project)<-[:ABOUT]-(n:SupervisionNotice) WHERE n.repliedAt IS NULL } AS notices
RETURN {
    due: sum(due),
    done: sum(done),
    missed: sum(missed),
    overdueDifficulties: sum(difficulties),
    overdueApprovals: sum(approvals),
    notices: sum(notices)
} AS value
