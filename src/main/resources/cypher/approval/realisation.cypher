// reads: which of a month's general projects kept the day target, one map as ApprovalRealisation; $month (YYYY-MM), $cohort (COMPLETED or CODED), $now; indexes approval_target_valid_from, calendar_day_date
WITH date($month + '-01') AS monthStart, date($now) AS today
WITH monthStart, monthStart + duration({months: 1}) AS monthEnd, today
CALL (monthStart) {
    OPTIONAL MATCH (target:ApprovalTarget)
    WHERE target.validFrom <= monthStart AND coalesce(target.validTo >= monthStart, true)
    WITH target
    ORDER BY target.validFrom DESC, target.id
    RETURN target
    LIMIT 1
}
CALL (today) {
    MATCH (day:CalendarDay) USING INDEX day:CalendarDay(date)
    WHERE day.date > today - duration({years: 5}) AND day.date <= today
    RETURN collect(CASE WHEN NOT day.working THEN day.date END) AS free, collect(CASE WHEN day.working THEN day.date END) AS added
}
CALL (monthStart, monthEnd, target, free, added) {
    MATCH (project:Project)
    WHERE target IS NOT NULL AND project.general
      AND ($cohort = 'COMPLETED' OR CASE size(project.projectCode)
        WHEN 24 THEN '20' + substring(project.projectCode, 0, 4)
        ELSE substring(project.projectCode, 0, 6) END = substring($month, 0, 4) + substring($month, 5, 2))
    CALL (project) {
        MATCH (project)-[:HAS_APPROVAL]->(approval:Approval)-[:OF_ITEM]->(item:ApprovalItem)
        WHERE item.stage <> '4' AND approval.acceptedAt IS NOT NULL
        RETURN max(approval.completedAt) AS last,
            all(done IN collect(approval.completedAt IS NOT NULL) WHERE done)
                AND any(it IN collect(item.milestone AND item.stage = '3' AND approval.status IN ['11', '12']) WHERE it)
                AS finished
    }
    WITH project, coalesce(finished, false) AS finished,
        date(last) AS lastOn, monthStart, monthEnd, target, free, added
    WHERE $cohort = 'CODED' OR (finished AND lastOn >= monthStart AND lastOn < monthEnd)
    CALL (project, target, free, added) {
        MATCH (project)-[:HAS_APPROVAL]->(approval:Approval)-[:OF_ITEM]->(item:ApprovalItem)
        WHERE item.stage <> '4' AND approval.acceptedAt IS NOT NULL
        OPTIONAL MATCH (approval)-[:AT_DESK_OF]->(desk:Department)
        WITH approval, desk, free, added, target, COLLECT {
            MATCH (approval)-[:CLOCKED]->(i:ClockInterval)
            RETURN {
                kind: i.kind,
                from: date(i.from),
                to: date(coalesce(i.to, approval.completedAt, $now))
            }
        } AS recorded
        WITH desk, free, added, target, CASE WHEN size(recorded) > 0 THEN recorded ELSE [{
            kind: 'GOVERNMENT',
            from: date(approval.acceptedAt),
            to: date(coalesce(approval.completedAt, $now))
        }] END AS stretches
        WITH desk, free, added, target, [i IN stretches WHERE i.kind = 'STATUTORY_EXCLUDED'] AS excluded,
            [i IN stretches WHERE i.kind IN ['GOVERNMENT', 'GOV_INTERMEDIARY', 'UTILITY']] AS counted
        UNWIND counted AS i
        UNWIND range(1, duration.inDays(i.from, i.to).days) AS n
        WITH desk, free, added, target, excluded, i.from + duration({days: n}) AS day
        WHERE none(e IN excluded WHERE e.from < day AND day <= e.to)
          AND (coalesce(target.dayBasis = 'CALENDAR', false) OR (day.dayOfWeek < 6 AND NOT day IN free) OR day IN added)
        WITH DISTINCT desk, day
        RETURN collect(DISTINCT day) AS days, collect(desk) AS desks
    }
    WITH project, finished, target, size(days) AS countedDays, desks
    WHERE finished OR countedDays > target.limitDays
    CALL (desks) {
        UNWIND CASE WHEN size(desks) = 0 THEN [null] ELSE desks END AS desk
        RETURN desk AS slowest, count(desk) AS slowestDays
        ORDER BY slowestDays DESC, desk.id
        LIMIT 1
    }
    WITH project, countedDays, target, slowest, slowestDays
    ORDER BY countedDays DESC, project.id
    RETURN count(project) AS projects, collect(CASE WHEN countedDays > target.limitDays THEN {
        project: project, countedDays: countedDays, slowest: slowest, slowestDays: slowestDays
    } END) AS failures
}
CALL (failures) {
    UNWIND CASE WHEN size(failures) = 0 THEN [null] ELSE failures END AS failure
    WITH failure.slowest AS slowest, sum(failure.slowestDays) AS days
    RETURN slowest
    ORDER BY days DESC, slowest.id
    LIMIT 1
}
RETURN {
    limitDays: target.limitDays,
    dayBasis: target.dayBasis,
    projects: projects,
    realised: projects - size(failures),
    rate: CASE WHEN projects = 0 THEN null ELSE round(100.0 * (projects - size(failures)) / projects, 2, 'HALF_UP') END,
    failures: failures[..100],
    slowest: slowest
} AS value
