// reads: how the time of an Approval (this) stands, one map {state, promisedDays, countedDays, daysLeft}; this bound; $now; index calendar_day_date
WITH this, date($now) AS today
OPTIONAL MATCH (this)-[:OF_ITEM]->(item:ApprovalItem)
WITH this, today, item, COLLECT {
    MATCH (this)-[:CLOCKED]->(i:ClockInterval)
    RETURN {
        kind: i.kind,
        from: date(i.from),
        to: date(coalesce(i.to, this.completedAt, $now))
    }
} AS recorded
// What no stretch tells of ran from its acceptance to its decision.
WITH this, today, item,
    CASE WHEN size(recorded) > 0 THEN recorded ELSE [{
        kind: 'GOVERNMENT',
        from: date(this.acceptedAt),
        to: date(coalesce(this.completedAt, $now))
    }] END AS stretches
WITH this, today, item,
    [i IN stretches WHERE i.kind = 'STATUTORY_EXCLUDED' AND i.from IS NOT NULL] AS excluded,
    [i IN stretches WHERE i.kind IN ['GOVERNMENT', 'GOV_INTERMEDIARY', 'UTILITY'] AND i.from IS NOT NULL] AS counted
WITH this, today, item, excluded, counted,
    reduce(first = today, i IN counted | CASE WHEN i.from < first THEN i.from ELSE first END) AS first
CALL (this, today, first) {
    OPTIONAL MATCH (day:CalendarDay) USING INDEX day:CalendarDay(date)
    WHERE day.date > CASE WHEN this.dueOn < first THEN this.dueOn ELSE first END
      AND day.date <= CASE WHEN this.dueOn > today THEN this.dueOn ELSE today END
    RETURN collect(CASE WHEN NOT day.working THEN day.date END) AS free, collect(CASE WHEN day.working THEN day.date END) AS added
}
CALL (counted, excluded, free, added) {
    UNWIND counted AS i
    UNWIND range(1, duration.inDays(i.from, i.to).days) AS n
    WITH i.from + duration({days: n}) AS day, excluded, free, added
    WHERE ((day.dayOfWeek < 6 AND NOT day IN free) OR day IN added)
      AND none(e IN excluded WHERE e.from < day AND day <= e.to)
    RETURN count(DISTINCT day) AS countedDays
}
CALL (this, today, free, added) {
    WITH CASE WHEN this.dueOn >= today THEN today ELSE this.dueOn END AS a,
        CASE WHEN this.dueOn >= today THEN this.dueOn ELSE today END AS b, this, today, free, added
    UNWIND CASE WHEN this.dueOn IS NULL THEN [] ELSE range(1, duration.inDays(a, b).days) END AS n
    WITH a + duration({days: n}) AS day, free, added
    WHERE (day.dayOfWeek < 6 AND NOT day IN free) OR day IN added
    RETURN count(day) AS between
}
WITH this, today, item, counted, countedDays,
    CASE WHEN this.dueOn IS NULL OR this.pausedSince IS NOT NULL OR this.completedAt IS NOT NULL THEN null
        WHEN this.dueOn >= today THEN between
        ELSE -between END AS daysLeft
RETURN {
    state: CASE
        WHEN this.dueOn IS NULL THEN null
        WHEN this.completedAt IS NOT NULL
            THEN CASE WHEN date(this.completedAt) > this.dueOn THEN 'OVERDUE' ELSE 'NORMAL' END
        WHEN this.pausedSince IS NOT NULL THEN 'PAUSED'
        WHEN this.dueOn < today THEN 'OVERDUE'
        WHEN daysLeft <= 2 THEN 'WARN'
        ELSE 'NORMAL' END,
    promisedDays: item.promisedDays,
    countedDays: CASE WHEN size(counted) = 0 THEN null ELSE countedDays END,
    daysLeft: daysLeft
} AS value
