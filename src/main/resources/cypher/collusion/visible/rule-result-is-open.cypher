// rule: a RuleResult of an opened lot
EXISTS { (this)<-[:RESULTED_IN]-(:RuleRun)<-[:HELD_AGAINST]-(itsLot:Lot) WHERE itsLot.openedAt <= $now }
