// 报价相同的一家已撤回投标 · the one that offered the same price had withdrawn
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', price: 10000000})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', price: 9990000})-[:FOR_LOT]->(lot),
  (c:Company {id: 'com_c'})-[:SUBMITTED]->(:Bid {id: 'bid_c', price: 10000000, withdrawnAt: datetime('2026-03-01T12:00:00+08:00')})-[:FOR_LOT]->(lot)
