// 没有公告日期 · the day of the notice is not known
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00'), bidDeadline: datetime('2026-03-02T09:00:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (lot)<-[:HAS_LOT]-(:Tender {id: 'tnd_a', procurementMethod: 'OPEN'})
