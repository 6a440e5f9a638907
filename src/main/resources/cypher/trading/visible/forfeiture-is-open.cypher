// rule: a Forfeiture of an annual deposit, or of a security for a bid in an opened lot
EXISTS { (this)-[:OF]->(:AnnualDeposit) }
OR EXISTS { (this)-[:OF]->(:Deposit)<-[:SECURED_BY]-(:Bid)-[:FOR_LOT]->(itsLot:Lot) WHERE itsLot.openedAt <= $now }
