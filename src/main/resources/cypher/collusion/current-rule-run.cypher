// reads: the RuleRun of a Lot (this) under the set that counts now; $now; steps from this
MATCH (this)-[:HELD_AGAINST]->(run:RuleRun)
WHERE this.openedAt <= $now AND run.counts
RETURN run AS value
LIMIT 1
