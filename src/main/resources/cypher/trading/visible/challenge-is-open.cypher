// rule: an Objection or Complaint, to a viewer who supervises trading: before the opening one that leads to no company only, since to name who filed it would name a bidder; at any time to the company that filed it
(any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER', 'TOWN_TRADER', 'TRADING_CENTRE'])
  AND (EXISTS { (this)-[:AGAINST]->(itsLot:Lot) WHERE itsLot.openedAt <= $now }
    OR EXISTS { (this)-[:AGAINST]->(:Award)<-[:AWARDED]-(itsWonLot:Lot) WHERE itsWonLot.openedAt <= $now }
    OR (this.filers IS NOT NULL AND NOT EXISTS { (this)-[:FILED_BY]->(:Company) })))
OR coalesce($viewer.companyId IN this.filers, false)
OR ($viewer.companyId IS NOT NULL
  AND EXISTS { (this)-[:FILED_BY]->(itsFiler:Company) WHERE itsFiler.id = $viewer.companyId })
