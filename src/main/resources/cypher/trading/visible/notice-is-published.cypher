// rule: a Notice that is published, to supervisors and importers before; of candidates, results and contracts none while the lot is not opened
(coalesce(this.publishedAt <= $now, false)
  OR any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'IMPORTER', 'TOWN_TRADER', 'TRADING_CENTRE']))
AND (this.kind IN ['PREQUAL', 'TENDER', 'CHANGE']
  OR NOT EXISTS { (this)-[:ABOUT]->(itsLot:Lot) WHERE NOT coalesce(itsLot.openedAt <= $now, false) })
