// rule: a BidDocument of a bid in an opened lot
EXISTS { (this)<-[:HAS_DOCUMENT]-(:Bid)-[:FOR_LOT]->(itsLot:Lot) WHERE itsLot.openedAt <= $now }
