// reads: by when an Objection or Complaint (this) is or was to be answered, accepted or decided, one map as ChallengeDue; this bound; $now; index calendar_day_date; scans TradingRule, of which there are some dozens
WITH this, date(coalesce(this.acceptedAt, this.filedAt)) AS start, date(coalesce(this.repliedAt, $now)) AS until,
    CASE WHEN this:Objection THEN 'OBJECTION_REPLY' WHEN this.acceptedAt IS NULL THEN 'COMPLAINT_ACCEPTANCE'
        ELSE 'COMPLAINT_DECISION' END AS kind,
    head([(this)-[:AGAINST]->(:Lot)<-[:HAS_LOT]-(tender:Tender) | tender]
        + [(this)-[:AGAINST]->(:Award)<-[:AWARDED]-(:Lot)<-[:HAS_LOT]-(tender:Tender) | tender]) AS tender
WHERE start IS NOT NULL
CALL (start, kind, tender) {
    OPTIONAL MATCH (rule:TradingRule {kind: kind})
    WHERE coalesce(rule.validFrom <= start, true) AND coalesce(rule.validTo >= start, true)
        AND (rule.category IS NULL OR rule.category = tender.category)
        AND (NOT coalesce(rule.mandatoryOnly, false) OR tender.mandatory)
    RETURN rule
    ORDER BY rule.category IS NULL, rule.code
    LIMIT 1
}
CALL (start) {
    OPTIONAL MATCH (day:CalendarDay) USING INDEX day:CalendarDay(date)
    WHERE day.date >= date({year: start.year, month: 1, day: 1}) AND day.date <= date({year: start.year + 1, month: 12, day: 31})
    RETURN collect(CASE WHEN NOT day.working THEN day.date END) AS free, collect(CASE WHEN day.working THEN day.date END) AS added,
        collect(DISTINCT day.date.year) AS years
}
WITH start, until, rule, free, added, years, toInteger(round(rule.value)) AS days
WITH start, until, rule, years,
    CASE WHEN days IS NULL THEN null
        WHEN rule.unit = 'WORKING_DAY'
        THEN [day IN [i IN range(1, 3 * days + 30) | start + duration({days: i})]
            WHERE day IN added OR (day.dayOfWeek < 6 AND NOT day IN free)][days - 1]
        ELSE start + duration({days: days}) END AS counted
WITH until, rule, counted, rule.unit = 'WORKING_DAY' AND NOT (start.year IN years AND counted.year IN years) AS uncounted
WITH until, rule, uncounted, CASE WHEN NOT uncounted THEN counted END AS dueOn
RETURN {
    dueOn: dueOn,
    overdue: coalesce(until > dueOn, false),
    rule: rule,
    gap: CASE WHEN rule IS NULL THEN 'RULE' WHEN uncounted THEN 'CALENDAR' END
} AS value
