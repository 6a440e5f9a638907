// 三个标段中一家都恰高百分之二 · in three lots the one is two percent above the other
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', price: 10000000})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', price: 10200000})-[:FOR_LOT]->(lot),
  (other1:Lot {id: 'lot_1', openedAt: datetime('2025-01-02T09:30:00+08:00')}),
  (a)-[:SUBMITTED]->(:Bid {id: 'bid_a1', price: 25000000})-[:FOR_LOT]->(other1),
  (b)-[:SUBMITTED]->(:Bid {id: 'bid_b1', price: 25500000})-[:FOR_LOT]->(other1),
  (other2:Lot {id: 'lot_2', openedAt: datetime('2025-02-02T09:30:00+08:00')}),
  (a)-[:SUBMITTED]->(:Bid {id: 'bid_a2', price: 7000000})-[:FOR_LOT]->(other2),
  (b)-[:SUBMITTED]->(:Bid {id: 'bid_b2', price: 7140000})-[:FOR_LOT]->(other2)
