// rule: a Deposit for a bid in an opened lot, to a viewer who supervises trading; at any time to the companies that the bid was first entered with
(any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER', 'TOWN_TRADER', 'TRADING_CENTRE'])
  AND EXISTS { (this)<-[:SECURED_BY]-(:Bid)-[:FOR_LOT]->(itsLot:Lot) WHERE itsLot.openedAt <= $now })
OR ($viewer.companyId IS NOT NULL
  AND EXISTS { (this)<-[:SECURED_BY]-(itsBid:Bid) WHERE $viewer.companyId IN itsBid.bidders })
