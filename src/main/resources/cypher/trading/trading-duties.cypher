// reads: what waits for the viewer's platforms and departments, the first due first, one map as TradingDuties; $viewer, $now, $first; constraint person_id, indexes lot_status, calendar_day_date; scans TradingRule, TradingPlatform, Objection and Complaint, of which there are few
WITH date($now) AS today
CALL (today) {
    OPTIONAL MATCH (:Person {id: $viewer.personId})-[post:TRADES_AT]->(platform:TradingPlatform)
    WHERE coalesce(post.from <= today, true) AND coalesce(post.to >= today, true)
        AND CASE WHEN platform.tier = 'TOWN' THEN 'TOWN_TRADER' ELSE 'TRADING_CENTRE' END IN $viewer.roles
    RETURN collect(DISTINCT platform) AS platforms
}
CALL (today) {
    OPTIONAL MATCH (:Person {id: $viewer.personId})-[post:WORKS_FOR]->(department:Department)
    WHERE 'SUPERVISOR' IN $viewer.roles
        AND coalesce(post.from <= today, true) AND coalesce(post.to >= today, true)
    RETURN collect(DISTINCT department) AS departments
}
CALL (today) {
    OPTIONAL MATCH (day:CalendarDay) USING INDEX day:CalendarDay(date)
    WHERE day.date >= date({year: today.year - 1, month: 1, day: 1}) AND day.date <= date({year: today.year + 1, month: 12, day: 31})
    RETURN collect(CASE WHEN NOT day.working THEN day.date END) AS free, collect(CASE WHEN day.working THEN day.date END) AS added,
        collect(DISTINCT day.date.year) AS years
}
CALL () {
    OPTIONAL MATCH (rule:TradingRule)
    WITH rule
    ORDER BY rule.category IS NULL, rule.code
    RETURN collect(rule) AS rules
}
CALL (today, platforms, departments, free, added, years, rules) {
    CALL (today, platforms, departments, rules) {
        MATCH (lot:Lot) USING INDEX lot:Lot(status)
        WHERE lot.status IN ['REGISTERED', 'NOTICED', 'EVALUATED', 'PUBLICISED', 'AWARDED'] AND size(platforms) > 0
        MATCH (lot)<-[:HAS_LOT]-(tender:Tender)-[:RUN_AT]->(platform:TradingPlatform)
        WHERE platform IN platforms
        WITH lot, tender, [(lot)-[:AWARDED]->(award:Award) | award] AS awards,
            [(lot)<-[:AGAINST]-(challenge:Objection|Complaint) | challenge]
                + [(lot)-[:AWARDED]->(:Award)<-[:AGAINST]-(challenge:Objection|Complaint) | challenge] AS challenges, today
        WITH lot, tender, awards, today,
            any(challenge IN challenges WHERE coalesce(challenge.outcome, 'PENDING') = 'PENDING') AS rests,
            [challenge IN challenges WHERE challenge.stage = 'RESULT' AND challenge.outcome = 'UPHELD'
                AND coalesce(challenge.repliedAt > lot.evaluatedAt, true) | date(challenge.repliedAt)] AS upheld,
            any(challenge IN challenges WHERE challenge:Objection AND challenge.stage = 'DOCUMENTS'
                AND coalesce(challenge.outcome, 'PENDING') = 'PENDING') AS shut
        WITH lot, tender, CASE lot.status
            WHEN 'REGISTERED' THEN {kind: 'PUBLISH_NOTICE', since: date(lot.createdAt)}
            WHEN 'NOTICED' THEN CASE WHEN lot.bidDeadline <= $now AND NOT coalesce(lot.openedAt <= $now, false) AND NOT shut
                THEN {kind: 'OPEN_BIDS', since: date(lot.bidDeadline), dueOn: date(lot.bidDeadline)} END
            WHEN 'EVALUATED' THEN {kind: 'PUBLISH_CANDIDATES', since: date(lot.evaluatedAt), rule: 'PUBLICITY_START'}
            WHEN 'PUBLICISED' THEN CASE
                WHEN size(upheld) > 0 THEN {kind: 'EVALUATE_AGAIN', since: head(upheld)}
                WHEN NOT rests AND any(award IN awards WHERE award.publicityTo IS NOT NULL)
                    AND none(award IN awards WHERE award.publicityTo >= today)
                    THEN {kind: 'AWARD', since: reduce(last = null, award IN awards |
                        CASE WHEN last >= award.publicityTo THEN last ELSE coalesce(award.publicityTo, last) END) + duration({days: 1})}
                END
            ELSE CASE
                WHEN size(upheld) > 0 THEN {kind: 'EVALUATE_AGAIN', since: head(upheld)}
                WHEN NOT rests THEN {kind: 'SIGN_CONTRACT', rule: 'CONTRACT',
                    since: head([award IN awards WHERE award.status = 'AWARDED' | date(award.noticeAt)])}
                END
            END AS duty
        WHERE duty IS NOT NULL
        RETURN duty, lot, tender, null AS objection, null AS complaint, null AS station
      UNION ALL
        MATCH (objection:Objection)
        WHERE objection.repliedAt IS NULL AND coalesce(objection.outcome, 'PENDING') = 'PENDING' AND size(platforms) > 0
            /* and visible(objection: Objection) */
        WITH objection, platforms, head([(objection)-[:AGAINST]->(lot:Lot) | lot]
            + [(objection)-[:AGAINST]->(:Award)<-[:AWARDED]-(lot:Lot) | lot]) AS lot
        MATCH (lot)<-[:HAS_LOT]-(tender:Tender)-[:RUN_AT]->(platform:TradingPlatform)
        WHERE platform IN platforms
        RETURN {kind: 'REPLY_OBJECTION', since: date(objection.filedAt), rule: 'OBJECTION_REPLY'} AS duty,
            lot, tender, objection, null AS complaint, null AS station
      UNION ALL
        MATCH (complaint:Complaint)
        WHERE complaint.repliedAt IS NULL AND coalesce(complaint.outcome, 'PENDING') = 'PENDING' AND 'SUPERVISOR' IN $viewer.roles
            /* and visible(complaint: Complaint) */
        WITH complaint, departments, head([(complaint)-[:AGAINST]->(lot:Lot) | lot]
            + [(complaint)-[:AGAINST]->(:Award)<-[:AWARDED]-(lot:Lot) | lot]) AS lot
        MATCH (lot)<-[:HAS_LOT]-(tender:Tender)
        WHERE EXISTS { (tender)<-[:SUPERVISES]-(department:Department) WHERE department IN departments }
            OR NOT EXISTS { (tender)<-[:SUPERVISES]-(:Department) }
        RETURN CASE WHEN complaint.acceptedAt IS NULL
                THEN {kind: 'ACCEPT_COMPLAINT', since: date(complaint.filedAt), rule: 'COMPLAINT_ACCEPTANCE'}
                ELSE {kind: 'DECIDE_COMPLAINT', since: date(complaint.acceptedAt), rule: 'COMPLAINT_DECISION'} END AS duty,
            lot, tender, null AS objection, complaint, null AS station
      UNION ALL
        MATCH (station:TradingPlatform {tier: 'TOWN'})
        WHERE station.licensed AND 'TRADING_ADMINISTRATION' IN $viewer.roles
        WITH station, today, rules, head(COLLECT {
            MATCH (station)-[:GOT]->(assessment:StationAssessment)
            RETURN assessment ORDER BY assessment.year DESC, assessment.id LIMIT 1
        }) AS assessment
        WHERE assessment.result = 'FAIL' OR any(rule IN rules WHERE rule.kind = 'STATION_SCORE'
            AND coalesce(rule.validFrom <= today, true) AND coalesce(rule.validTo >= today, true)
            AND assessment.score < rule.value)
        RETURN {kind: 'STATION_BELOW', since: date(assessment.updatedAt), rule: 'STATION_SCORE'} AS duty,
            null AS lot, null AS tender, null AS objection, null AS complaint, station
    }
    WITH *, head([rule IN rules WHERE rule.kind = duty.rule
        AND coalesce(rule.validFrom <= duty.since, true) AND coalesce(rule.validTo >= duty.since, true)
        AND (rule.category IS NULL OR rule.category = tender.category)
        AND (NOT coalesce(rule.mandatoryOnly, false) OR tender.mandatory)]) AS rule
    WITH *, toInteger(round(rule.value)) AS days
    WITH *, CASE
        WHEN duty.dueOn IS NOT NULL THEN duty.dueOn
        WHEN days IS NULL THEN null
        WHEN rule.unit = 'DAY' THEN duty.since + duration({days: days})
        WHEN rule.unit = 'WORKING_DAY'
            THEN [day IN [i IN range(1, 3 * days + 30) | duty.since + duration({days: i})]
                WHERE day IN added OR (day.dayOfWeek < 6 AND NOT day IN free)][days - 1]
        END AS counted
    WITH *, rule.unit = 'WORKING_DAY' AND NOT (duty.since.year IN years AND counted.year IN years) AS uncounted
    WITH *, CASE WHEN NOT coalesce(uncounted, false) THEN counted END AS dueOn
    ORDER BY coalesce(dueOn, duty.since), duty.kind, lot.id, objection.id, complaint.id, station.code
    LIMIT $first
    RETURN collect({
        kind: duty.kind,
        since: duty.since,
        dueOn: dueOn,
        overdue: coalesce(today > dueOn, false),
        rule: rule,
        gap: CASE WHEN duty.rule IS NULL THEN null WHEN rule IS NULL THEN 'RULE' WHEN uncounted THEN 'CALENDAR' END,
        lot: lot,
        objection: objection,
        complaint: complaint,
        station: station
    }) AS duties
}
RETURN {
    on: today,
    platforms: platforms,
    departments: departments,
    overdue: size([duty IN duties WHERE duty.overdue]),
    duties: duties
} AS value
