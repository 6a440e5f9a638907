// reads: for each rule of the set that counts now in how many opened lots it hit, was clear or could not be tested; $now; index rule_run_counts
MATCH (run:RuleRun)
WHERE run.counts AND EXISTS { (run)<-[:HELD_AGAINST]-(lot:Lot) WHERE lot.openedAt <= $now }
MATCH (run)-[:RESULTED_IN]->(result:RuleResult)
WITH result.rule AS rule, count(*) AS lots,
  sum(CASE result.outcome WHEN 'HIT' THEN 1 ELSE 0 END) AS hit,
  sum(CASE result.outcome WHEN 'CLEAR' THEN 1 ELSE 0 END) AS clear
ORDER BY rule
CALL (rule) {
  MATCH (run:RuleRun)-[:RESULTED_IN]->(one:RuleResult)
  WHERE run.counts AND one.rule = rule
  RETURN one
  LIMIT 1
}
RETURN {
  rule: rule,
  strength: one.strength,
  titleZh: one.titleZh,
  titleEn: one.titleEn,
  clauseZh: one.clauseZh,
  clauseEn: one.clauseEn,
  lots: lots,
  hit: hit,
  clear: clear,
  notTestable: lots - hit - clear
} AS value
