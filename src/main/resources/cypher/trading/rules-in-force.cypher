// reads: every TradingRule in force on a day, one row each, with the permit that it asks for; $day; scans TradingRule, of which there are some dozens
MATCH (rule:TradingRule)
WHERE coalesce(rule.validFrom <= $day, true) AND coalesce(rule.validTo >= $day, true)
OPTIONAL MATCH (rule)-[:NEEDS]->(item:ApprovalItem)
RETURN rule.kind AS kind, rule.category AS category, rule.phase AS phase,
    coalesce(rule.mandatoryOnly, false) AS mandatoryOnly, rule.value AS value, rule.unit AS unit,
    rule.article AS article, rule.articleEnglish AS articleEnglish, item.id AS permit, item.name AS permitName
