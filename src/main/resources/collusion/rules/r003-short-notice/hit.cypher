// 公告到截止只有十天 · ten days from the notice to the deadline
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00'), bidDeadline: datetime('2026-03-02T09:00:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (lot)<-[:HAS_LOT]-(:Tender {id: 'tnd_a', procurementMethod: 'OPEN', noticeOn: date('2026-02-20')})
