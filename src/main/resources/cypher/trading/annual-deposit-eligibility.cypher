// reads: whether a Company (this) may give an annual deposit today, one map as AnnualDepositEligibility; no row but to the trading centre, to supervisors and to the company itself; $viewer, $now; scans TradingThreshold and TradingRule, of which there are some dozens
WITH this
WHERE any(role IN $viewer.roles WHERE role IN ['TRADING_CENTRE', 'SUPERVISOR']) OR this.id = $viewer.companyId
WITH this,
    head(COLLECT {
        MATCH (policy:PolicyDocument)-[:GOVERNS]->(limit:TradingThreshold {kind: 'ANNUAL_DEPOSIT'})
        WHERE coalesce(limit.validFrom <= date($now), true) AND coalesce(limit.validTo >= date($now), true)
            AND coalesce(policy.status = 'IN_FORCE', true)
            AND coalesce(policy.validFrom <= date($now), true) AND coalesce(policy.validTo >= date($now), true)
        RETURN policy
        ORDER BY limit.validFrom DESC, policy.docNo
        LIMIT 1
    }) AS policy,
    head(COLLECT {
        MATCH (:TradingPlatform {tier: 'DISTRICT'})-[:IN]->(district:Region)
        RETURN district.code
        LIMIT 1
    }) AS district,
    head(COLLECT {
        MATCH (this)-[:REGISTERED_IN]->(region:Region)
        RETURN region.code
        LIMIT 1
    }) AS region,
    head(COLLECT {
        MATCH (this)-[:EVALUATED]->(evaluation:CreditEvaluation)
        RETURN evaluation.grade
        ORDER BY evaluation.decidedOn DESC, evaluation.period DESC
        LIMIT 1
    }) AS grade,
    head(COLLECT {
        MATCH (rule:TradingRule {kind: 'ANNUAL_CREDIT'})
        WHERE coalesce(rule.validFrom <= date($now), true) AND coalesce(rule.validTo >= date($now), true)
        RETURN rule.value
        ORDER BY rule.validFrom DESC
        LIMIT 1
    }) AS grades,
    EXISTS {
        (this)<-[:BY]-(breach:Violation)
        WHERE breach.barredTo >= date($now)
    } AS barred
WITH grade, policy,
    CASE WHEN policy IS NULL THEN ['NO_POLICY'] ELSE [] END
    + CASE WHEN coalesce(region STARTS WITH district, false) THEN [] ELSE ['NOT_IN_DISTRICT'] END
    + CASE
        WHEN grade IS NULL THEN ['NO_CREDIT']
        // Without a rule none is good enough: grades are judged by data, not here.
        WHEN grade IN ['A', 'B', 'C', 'D'][..coalesce(toInteger(grades), 0)] THEN []
        ELSE ['LOW_CREDIT'] END
    + CASE WHEN barred THEN ['BARRED'] ELSE [] END AS reasons
RETURN {
    eligible: size(reasons) = 0,
    reasons: [reason IN reasons | {reason: reason}],
    grade: grade,
    policy: policy
} AS value
