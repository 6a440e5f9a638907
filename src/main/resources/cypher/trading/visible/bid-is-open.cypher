// rule: a Bid in an opened lot, to a viewer who supervises trading and to the company that bids or joins; before the opening to the companies that it was first entered with only, since a merge or a file may give it to another
coalesce($viewer.companyId IN this.bidders, false)
OR (EXISTS { (this)-[:FOR_LOT]->(itsLot:Lot) WHERE itsLot.openedAt <= $now }
  AND (any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER', 'TOWN_TRADER', 'TRADING_CENTRE'])
    OR ($viewer.companyId IS NOT NULL
      AND EXISTS { (this)<-[:SUBMITTED|JOINED]-(itsTenderer:Company) WHERE itsTenderer.id = $viewer.companyId })))
