// writes: what a rule set said of a Lot, in place of what it said before; $lot, $run, $results, $signals ({id, values, firms, bids}), $newsFrom: news (ids of signals that count, did not before, and are of a lot opened since); constraints lot_id, rule_run_id, collusion_signal_id, company_id, bid_id
MATCH (lot:Lot {id: $lot})
MERGE (run:RuleRun {id: $run.id})
SET run = $run
MERGE (lot)-[:HELD_AGAINST]->(run)
WITH lot, run
CALL (lot) {
  MATCH (lot)<-[:IN_LOT]-(former:CollusionSignal)
  WHERE former.counts AND former.ruleSet = $run.ruleSet
  RETURN collect(former.id) AS known
}
CALL (run) {
  MATCH (run)-[:RESULTED_IN]->(old:RuleResult)
  DETACH DELETE old
}
CALL (lot) {
  MATCH (lot)<-[:IN_LOT]-(old:CollusionSignal)
  WHERE old.ruleSet = $run.ruleSet AND NOT old.id IN [signal IN $signals | signal.id]
  DETACH DELETE old
}
CALL (run) {
  UNWIND $results AS values
  CREATE (run)-[:RESULTED_IN]->(result:RuleResult)
  SET result = values
}
CALL (lot) {
  UNWIND $signals AS row
  MERGE (signal:CollusionSignal {id: row.id})
  SET signal += row.values
  MERGE (signal)-[:IN_LOT]->(lot)
  WITH signal, row
  CALL (signal, row) {
    UNWIND row.firms AS firm
    MATCH (company:Company {id: firm})
    MERGE (signal)-[:POINTS_TO]->(company)
  }
  CALL (signal, row) {
    UNWIND row.bids AS id
    MATCH (bid:Bid {id: id})
    MERGE (signal)-[:POINTS_TO]->(bid)
  }
}
RETURN CASE WHEN $run.counts AND lot.openedAt >= $newsFrom
  THEN [signal IN $signals WHERE NOT signal.id IN known | signal.id]
  ELSE [] END AS news
