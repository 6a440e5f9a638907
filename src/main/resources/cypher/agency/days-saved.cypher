// reads: working days that an AssistanceRecord (this) saved: its baseline less the days counted of its decided approval; null when either is missing; this bound; index calendar_day_date
MATCH (this)-[:FOR]->(approval:Approval)
WHERE approval.completedAt IS NOT NULL AND approval.acceptedAt IS NOT NULL AND this.baselineDays IS NOT NULL
WITH this, approval, COLLECT {
    MATCH (approval)-[:CLOCKED]->(i:ClockInterval)
    WHERE i.kind IN ['GOVERNMENT', 'GOV_INTERMEDIARY', 'UTILITY']
    RETURN {from: date(i.from), to: date(coalesce(i.to, approval.completedAt))}
} AS recorded
CALL (approval, recorded) {
    UNWIND CASE WHEN size(recorded) > 0 THEN recorded
        ELSE [{from: date(approval.acceptedAt), to: date(approval.completedAt)}] END AS i
    UNWIND range(1, duration.inDays(i.from, i.to).days) AS n
    WITH DISTINCT i.from + duration({days: n}) AS day
    OPTIONAL MATCH (known:CalendarDay {date: day})
    WITH day, known
    WHERE coalesce(known.working, day.dayOfWeek < 6)
    RETURN count(day) AS taken
}
RETURN this.baselineDays - taken AS value
