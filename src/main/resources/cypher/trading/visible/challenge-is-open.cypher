// rule: an Objection or Complaint about an opened lot or its result, to a viewer who supervises trading; at any time to the company that filed it
(any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER', 'TOWN_TRADER', 'TRADING_CENTRE'])
  AND (EXISTS { (this)-[:AGAINST]->(itsLot:Lot) WHERE itsLot.openedAt <= $now }
    OR EXISTS { (this)-[:AGAINST]->(:Award)<-[:AWARDED]-(itsWonLot:Lot) WHERE itsWonLot.openedAt <= $now }))
OR ($viewer.companyId IS NOT NULL
  AND EXISTS { (this)-[:FILED_BY]->(itsFiler:Company) WHERE itsFiler.id = $viewer.companyId })
