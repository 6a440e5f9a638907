// rule: the OpeningRecord of an opened lot
EXISTS { (this)<-[:OPENED_AS]-(itsLot:Lot) WHERE itsLot.openedAt <= $now }
