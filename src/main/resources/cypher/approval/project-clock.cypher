// reads: days of the union of a Project's (this) clock stretches before the start of works, one map {countedDays, limitDays, dayBasis, finished}; this bound; $now; indexes approval_target_valid_from, calendar_day_date
WITH this, date($now) AS today
CALL (this, today) {
    OPTIONAL MATCH (target:ApprovalTarget)
    WHERE this.general AND target.validFrom <= today AND coalesce(target.validTo >= today, true)
    WITH target
    ORDER BY target.validFrom DESC, target.id
    RETURN target
    LIMIT 1
}
CALL (this) {
    MATCH (this)-[:HAS_APPROVAL]->(approval:Approval)-[:OF_ITEM]->(item:ApprovalItem)
    WHERE item.stage <> '4' AND approval.acceptedAt IS NOT NULL
    WITH approval, item, COLLECT {
        MATCH (approval)-[:CLOCKED]->(i:ClockInterval)
        RETURN {
            kind: i.kind,
            from: date(i.from),
            to: date(coalesce(i.to, approval.completedAt, $now))
        }
    } AS recorded
    WITH approval, item, CASE WHEN size(recorded) > 0 THEN recorded ELSE [{
        kind: 'GOVERNMENT',
        from: date(approval.acceptedAt),
        to: date(coalesce(approval.completedAt, $now))
    }] END AS stretches
    RETURN collect({
        counted: [i IN stretches WHERE i.kind IN ['GOVERNMENT', 'GOV_INTERMEDIARY', 'UTILITY']],
        excluded: [i IN stretches WHERE i.kind = 'STATUTORY_EXCLUDED']
    }) AS approvals,
        coalesce(all(open IN collect(approval.completedAt IS NOT NULL) WHERE open)
            AND any(last IN collect(item.milestone AND item.stage = '3' AND approval.status IN ['11', '12']) WHERE last), false)
            AS finished
}
CALL (approvals, today) {
    WITH reduce(first = today, a IN approvals |
        reduce(earlier = first, i IN a.counted | CASE WHEN i.from < earlier THEN i.from ELSE earlier END)) AS first, today
    OPTIONAL MATCH (day:CalendarDay) USING INDEX day:CalendarDay(date)
    WHERE day.date > first AND day.date <= today
    RETURN collect(CASE WHEN NOT day.working THEN day.date END) AS free, collect(CASE WHEN day.working THEN day.date END) AS added
}
CALL (approvals, free, added, target) {
    UNWIND approvals AS approval
    UNWIND approval.counted AS i
    UNWIND range(1, duration.inDays(i.from, i.to).days) AS n
    WITH i.from + duration({days: n}) AS day, approval, free, added, target
    WHERE none(e IN approval.excluded WHERE e.from < day AND day <= e.to)
      AND (coalesce(target.dayBasis = 'CALENDAR', false) OR (day.dayOfWeek < 6 AND NOT day IN free) OR day IN added)
    RETURN count(DISTINCT day) AS countedDays
}
RETURN {
    countedDays: countedDays,
    limitDays: target.limitDays,
    dayBasis: coalesce(target.dayBasis, 'WORKING'),
    finished: finished
} AS value
