// writes: the fences that the rules of a set read ($fences), in place of those before, and when they were computed ($market: id is the set's name); constraints rule_market_id, rule_fence_id
MERGE (kept:RuleMarket {id: $market.id})
SET kept = $market
WITH kept
CALL (kept) {
  MATCH (kept)-[:HAS_FENCE]->(old:RuleFence)
  WHERE NOT old.id IN [row IN $fences | row.id]
  DETACH DELETE old
}
CALL (kept) {
  UNWIND $fences AS row
  MERGE (fence:RuleFence {id: row.id})
  SET fence = row
  MERGE (kept)-[:HAS_FENCE]->(fence)
}
