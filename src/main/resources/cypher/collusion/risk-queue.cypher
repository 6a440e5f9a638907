// reads: opened lots with hits under the set that counts now, without those of cleared cases, exact ones first; $first, $openedFrom, $openedBefore, $hardOnly, $now; indexes rule_run_counts, evidence_fact, collusion_signal_fact
CALL () {
  MATCH (matter:CollusionCase)-[:SUPPORTED_BY]->(evidence:Evidence {kind: 'SIGNAL'})
  WHERE matter.outcome = 'CLEARED'
    AND NOT EXISTS {
      (same:Evidence {fact: evidence.fact})<-[:SUPPORTED_BY]-(standing:CollusionCase)
      WHERE coalesce(standing.outcome, '') <> 'CLEARED'
    }
  WITH DISTINCT evidence.fact AS fact
  MATCH (signal:CollusionSignal {fact: fact})-[:IN_LOT]->(its:Lot)
  WHERE signal.counts
  RETURN collect({lot: its.id, strength: signal.strength}) AS cleared
}
MATCH (run:RuleRun)
WHERE run.counts AND (run.hitsHard > 0 OR NOT $hardOnly AND run.hitsStrong + run.hitsWeak > 0)
MATCH (lot:Lot)-[:HELD_AGAINST]->(run)
WITH lot, run,
  run.hitsHard - size([one IN cleared WHERE one.lot = lot.id AND one.strength = 'HARD']) AS hard,
  run.hitsStrong - size([one IN cleared WHERE one.lot = lot.id AND one.strength = 'STRONG']) AS strong,
  run.hitsWeak - size([one IN cleared WHERE one.lot = lot.id AND one.strength = 'WEAK']) AS weak
WHERE (hard > 0 OR NOT $hardOnly AND strong + weak > 0)
  AND lot.openedAt <= $now
  AND ($openedFrom IS NULL OR lot.openedAt >= $openedFrom)
  AND ($openedBefore IS NULL OR lot.openedAt < $openedBefore)
OPTIONAL MATCH (lot)-[:SCREENED_AS]->(screens:LotScreens)
WHERE EXISTS {
  (market:BiddingMarket)
  WHERE market.id = screens.run AND market.currentFrom <= $now AND market.currentUntil > $now
}
WITH lot, hard, strong, weak, head(collect(screens)) AS screens
ORDER BY hard DESC, strong DESC, coalesce(screens.score, 0) DESC, lot.openedAt DESC, lot.id
LIMIT $first
RETURN {
  lot: lot,
  hard: hard,
  strong: strong,
  weak: weak,
  score: screens.score,
  bids: COUNT { (lot)<-[:FOR_LOT]-(:Bid) },
  groupMet: EXISTS {
    (lot)<-[:FOR_LOT]-(one:Bid)<-[:SUBMITTED]-(:Company)-[:GROUPED_IN]->(group:BiddingGroup)<-[:GROUPED_IN]-(:Company)-[:SUBMITTED]->(two:Bid)-[:FOR_LOT]->(lot)
    WHERE one <> two
  }
} AS value
