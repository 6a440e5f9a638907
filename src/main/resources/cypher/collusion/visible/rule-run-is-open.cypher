// rule: the RuleRun of an opened lot
EXISTS { (this)<-[:HELD_AGAINST]-(itsLot:Lot) WHERE itsLot.openedAt <= $now }
