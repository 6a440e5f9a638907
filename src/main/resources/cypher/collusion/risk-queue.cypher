// reads: opened lots with hits under the set that counts now, exact ones first; $first, $openedFrom, $openedBefore, $hardOnly, $now; index rule_run_counts
MATCH (run:RuleRun)
WHERE run.counts AND (run.hitsHard > 0 OR NOT $hardOnly AND run.hitsStrong + run.hitsWeak > 0)
MATCH (lot:Lot)-[:HELD_AGAINST]->(run)
WHERE lot.openedAt <= $now
  AND ($openedFrom IS NULL OR lot.openedAt >= $openedFrom)
  AND ($openedBefore IS NULL OR lot.openedAt < $openedBefore)
OPTIONAL MATCH (lot)-[:SCREENED_AS]->(screens:LotScreens)
WHERE EXISTS {
  (market:BiddingMarket)
  WHERE market.id = screens.run AND market.currentFrom <= $now AND market.currentUntil > $now
}
WITH lot, run, head(collect(screens)) AS screens
ORDER BY run.hitsHard DESC, run.hitsStrong DESC, coalesce(screens.score, 0) DESC, lot.openedAt DESC, lot.id
LIMIT $first
RETURN {
  lot: lot,
  hard: run.hitsHard,
  strong: run.hitsStrong,
  weak: run.hitsWeak,
  score: screens.score,
  bids: COUNT { (lot)<-[:FOR_LOT]-(:Bid) },
  groupMet: EXISTS {
    (lot)<-[:FOR_LOT]-(one:Bid)<-[:SUBMITTED]-(:Company)-[:GROUPED_IN]->(group:BiddingGroup)<-[:GROUPED_IN]-(:Company)-[:SUBMITTED]->(two:Bid)-[:FOR_LOT]->(lot)
    WHERE one <> two
  }
} AS value
