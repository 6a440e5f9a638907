// rule: a Trade without a lot that is not opened, once it is over; before to a viewer who supervises trading
NOT EXISTS { (this)<-[:TRADED_AS]-(itsLot:Lot) WHERE NOT coalesce(itsLot.openedAt <= $now, false) }
AND (coalesce(this.completedAt <= $now, false)
  OR any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER', 'TOWN_TRADER', 'TRADING_CENTRE']))
