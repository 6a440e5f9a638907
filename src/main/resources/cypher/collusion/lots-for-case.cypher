// reads: those of $lots that are opened, with the companies that bid in them; $lots, $now; constraint lot_id
UNWIND $lots AS id
MATCH (lot:Lot {id: id})
WHERE lot.openedAt <= $now
RETURN lot.id AS lot, [(lot)<-[:FOR_LOT]-(:Bid)<-[:SUBMITTED|JOINED]-(company:Company) | company.id] AS companies
