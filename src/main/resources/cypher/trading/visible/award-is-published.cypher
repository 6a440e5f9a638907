// rule: an Award of an opened lot, from its publicity or notice on to everybody, before to a viewer who supervises trading
EXISTS { (this)<-[:AWARDED]-(itsLot:Lot) WHERE itsLot.openedAt <= $now }
AND (any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER', 'TOWN_TRADER', 'TRADING_CENTRE'])
  OR coalesce(this.noticeAt <= $now, false)
  OR coalesce(this.publicityFrom <= date($now), false))
