// reads: signals of an opened Lot ($lot) that another set ($ruleSet) has and the one that counts now has not, and the other way round; $now; constraint lot_id
MATCH (lot:Lot {id: $lot})<-[:IN_LOT]-(signal:CollusionSignal)
WHERE lot.openedAt <= $now AND (signal.counts OR signal.ruleSet = $ruleSet) AND NOT (signal.counts AND signal.ruleSet = $ruleSet)
  AND NOT EXISTS {
    (lot)<-[:IN_LOT]-(twin:CollusionSignal)
    WHERE twin.ruleSet <> signal.ruleSet AND (twin.counts OR twin.ruleSet = $ruleSet)
      AND twin.rule = signal.rule AND twin.walks = signal.walks
  }
RETURN {signal: signal, added: NOT signal.counts} AS value
ORDER BY signal.rule, signal.id
LIMIT 100
