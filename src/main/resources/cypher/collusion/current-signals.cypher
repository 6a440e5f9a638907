// reads: signals of a Lot (this) under the set that counts now, exact ones first; $now; steps from this
MATCH (this)<-[:IN_LOT]-(signal:CollusionSignal)
WHERE this.openedAt <= $now AND signal.counts
RETURN signal AS value
ORDER BY CASE signal.strength WHEN 'HARD' THEN 0 WHEN 'STRONG' THEN 1 ELSE 2 END, signal.rule, signal.id
LIMIT 50
