// rule: a Bid in an opened lot, to a viewer who supervises trading; at any time to the company that bids or joins
(any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER'])
  AND EXISTS { (this)-[:FOR_LOT]->(itsLot:Lot) WHERE itsLot.openedAt <= $now })
OR ($viewer.companyId IS NOT NULL
  AND EXISTS { (this)<-[:SUBMITTED|JOINED]-(itsTenderer:Company) WHERE itsTenderer.id = $viewer.companyId })
