// reads: ids of the lots opened by $now with bids, over which a rule set ($set) has not run as it is ($fingerprint, $counts: whether it counts now), at most $most: lot; index lot_opened_at
MATCH (lot:Lot)
WHERE lot.openedAt <= $now
  AND NOT EXISTS { (lot)-[:HELD_AGAINST]->(run:RuleRun) WHERE run.ruleSet = $set AND run.fingerprint = $fingerprint AND run.counts = $counts }
  AND EXISTS { (lot)<-[:FOR_LOT]-(:Bid) }
WITH lot
ORDER BY lot.openedAt DESC, lot.id
LIMIT $most
RETURN lot.id AS lot
