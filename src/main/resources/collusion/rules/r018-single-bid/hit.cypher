// 公开招标只有一家投标，另一家已撤回 · an open tender with one bid, and one that was withdrawn
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', withdrawnAt: datetime('2026-03-01T12:00:00+08:00')})-[:FOR_LOT]->(lot),
  (lot)<-[:HAS_LOT]-(:Tender {id: 'tnd_a', procurementMethod: 'OPEN'})
