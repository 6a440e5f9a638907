// reads: ids of the lots opened by $now with bids, over which a rule set ($set) has not run as it is ($fingerprint, $counts: whether it counts now), as the market ($market) and the lot are, at most $most: lot, state; index lot_opened_at
MATCH (lot:Lot)
WHERE lot.openedAt <= $now AND EXISTS { (lot)<-[:FOR_LOT]-(:Bid) }
CALL (lot) {
  OPTIONAL MATCH (lot)-[:AWARDED]->(award:Award)
  WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
  WITH lot, count(award) AS awards
  RETURN coalesce(lot.status, '') + '/' + awards
    + '/' + COUNT { (lot)-[:AWARDED]->(:Award)-[:CONTRACTED]->(:Contract)-[:SUBCONTRACTED_TO]->() } AS state
}
WITH lot, state
WHERE NOT EXISTS {
  (lot)-[:HELD_AGAINST]->(run:RuleRun)
  WHERE run.ruleSet = $set AND run.fingerprint = $fingerprint AND run.counts = $counts AND run.market = $market AND run.state = state
}
WITH lot, state
ORDER BY lot.openedAt DESC, lot.id
LIMIT $most
RETURN lot.id AS lot, state
