// rule: a CollusionSignal in an opened lot
EXISTS { (this)-[:IN_LOT]->(itsLot:Lot) WHERE itsLot.openedAt <= $now }
