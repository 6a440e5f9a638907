// reads: the viewer's served projects with this week's visits, one map as MyDay; $viewer, $now, $date, $visitRoles (codes of roles that visit); indexes person_id, calendar_day_date
WITH coalesce($date, date($now)) AS today
WITH today, toString(today.weekYear) + '-W' + right('0' + toString(today.week), 2) AS week
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
CALL (today, week, warnOn) {
    MATCH (me:Person {id: $viewer.personId})-[part:MEMBER_OF]->(service:AgencyService)<-[:SERVED_BY]-(project:Project)
    WHERE part.role IN $visitRoles
      AND coalesce(part.from <= today, true) AND coalesce(part.to >= today, true)
      AND service.state = 'SIGNED'
      AND coalesce(service.startOn <= today, true) AND coalesce(service.endOn >= today, true)
    WITH DISTINCT project, service, today, week, warnOn
    OPTIONAL MATCH (service)<-[:DUE_UNDER]-(obligation:VisitObligation {isoWeek: week})
    WITH project, service, today, warnOn, head(collect(obligation)) AS obligation
    CALL (service, today) {
        MATCH (service)<-[:DUE_UNDER]-(missed:VisitObligation {state: 'MISSED'})
        WHERE missed.dueOn >= today - duration({days: 56})
        RETURN count(missed) AS missed
    }
    CALL (project, today, warnOn) {
        MATCH (project)-[:HAS_APPROVAL]->(a:Approval)
        WHERE a.completedAt IS NULL
        RETURN count(a) AS openApprovals,
            count(CASE WHEN a.pausedSince IS NULL AND a.dueOn < today THEN 1 END) AS overdueApprovals,
            count(CASE WHEN a.pausedSince IS NULL AND a.dueOn >= today AND a.dueOn <= warnOn THEN 1 END) AS warnApprovals,
            max(duration.inDays(date(a.deskSince), today).days) AS stuckDays
    }
    CALL (project, today) {
        MATCH (project)<-[:ABOUT]-(d:Difficulty)
        WHERE NOT d.status IN ['RESOLVED', 'REJECTED']
        RETURN count(d) AS openDifficulties, count(CASE WHEN d.dueOn < today THEN 1 END) AS overdueDifficulties
    }
    CALL (project) {
        OPTIONAL MATCH (project)<-[:TO]-(visit:Visit)
        WHERE coalesce(visit.state <> 'REJECTED', true)
        WITH visit
        ORDER BY visit.occurredAt DESC
        LIMIT 1
        RETURN visit AS lastVisit
    }
    CALL (project) {
        OPTIONAL MATCH (project)<-[:ABOUT]-(n:SupervisionNotice)
        WHERE n.repliedAt IS NULL
        RETURN count(n) AS notices
    }
    WITH project, service, obligation, missed, openApprovals, overdueApprovals, stuckDays, openDifficulties,
        overdueDifficulties, lastVisit, notices, today,
        [reason IN [
            CASE WHEN missed > 0 THEN {code: 'MISSED_WEEK', score: 40 * CASE WHEN missed > 2 THEN 2 ELSE missed END} END,
            CASE WHEN overdueApprovals > 0 THEN {code: 'APPROVAL_OVERDUE', score: 30}
                WHEN warnApprovals > 0 THEN {code: 'APPROVAL_WARN', score: 15} END,
            CASE WHEN overdueDifficulties > 0 THEN {code: 'DIFFICULTY_OVERDUE', score: 20} END,
            CASE WHEN EXISTS { (project)-[:LISTED_IN]->(list:KeyProjectList) WHERE list.year = today.year }
                THEN {code: 'KEY_PROJECT', score: 10} END,
            CASE WHEN project.actualStartOn IS NULL AND project.plannedStartOn >= today
                AND project.plannedStartOn <= today + duration({days: 30}) THEN {code: 'STARTS_SOON', score: 10} END
        ] WHERE reason IS NOT NULL] AS reasons
    WITH *, reduce(sum = 0, reason IN reasons | sum + reason.score) AS sum
    ORDER BY CASE WHEN obligation.state IN ['DONE', 'EXEMPT'] THEN 1 ELSE 0 END,
        CASE WHEN sum > 100 THEN 100 ELSE sum END DESC, lastVisit.occurredAt IS NOT NULL, lastVisit.occurredAt, project.id
    RETURN collect({
            obligation: obligation,
            project: project,
            service: service,
            score: CASE WHEN sum > 100 THEN 100 ELSE sum END,
            reasons: [reason IN reasons | reason.code],
            openApprovals: openApprovals,
            stuckDays: stuckDays,
            openDifficulties: openDifficulties,
            overdueDifficulties: overdueDifficulties,
            lastVisit: lastVisit,
            suggestedChannel: CASE WHEN lastVisit.channel = 'ON_SITE' AND sum < 40 THEN 'PHONE' ELSE 'ON_SITE' END
        })[..100] AS visits,
        {
            due: count(CASE WHEN obligation.state = 'DUE' THEN 1 END),
            done: count(CASE WHEN obligation.state = 'DONE' THEN 1 END),
            missed: coalesce(sum(missed), 0),
            overdueDifficulties: coalesce(sum(overdueDifficulties), 0),
            overdueApprovals: coalesce(sum(overdueApprovals), 0),
            notices: coalesce(sum(notices), 0)
        } AS counters
}
RETURN {date: today, isoWeek: week, counters: counters, visits: visits} AS value
