// reads: calendar days from the notice of a PreTender (this) to the last permit that its tender needs by the rules of trading in force then; no row before the notice or while a permit is missing; steps from this; index trading_rule_code
MATCH (this)<-[:PRE_TENDERED_AS]-(tender:Tender)<-[:PROCURED_BY]-(project:Project)
WHERE this.noticeAt IS NOT NULL
MATCH (rule:TradingRule {kind: 'PERMIT'})-[:NEEDS]->(item:ApprovalItem)
WHERE coalesce(rule.phase = tender.phase, true)
    AND coalesce(rule.category = tender.category, true)
    AND coalesce(rule.validFrom <= date(this.noticeAt), true)
    AND coalesce(rule.validTo >= date(this.noticeAt), true)
WITH this, item, COLLECT {
    MATCH (project)-[:HAS_APPROVAL]->(done:Approval)-[:OF_ITEM]->(item)
    WHERE done.status IN ['11', '12'] AND (NOT coalesce(done.simulated, false) OR done.convertedAt IS NOT NULL)
    RETURN done.completedAt
} AS granted
WITH this, collect(coalesce(head(granted), datetime('9999-01-01'))) AS days
WITH this, reduce(last = head(days), day IN days | CASE WHEN day > last THEN day ELSE last END) AS last
WHERE last < datetime('9999-01-01') AND date(last) > date(this.noticeAt)
RETURN duration.inDays(date(this.noticeAt), date(last)).days AS value
