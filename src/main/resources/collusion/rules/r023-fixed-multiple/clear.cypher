// 两家常遇，差距各不相同 · they often meet, and their prices differ each time
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', price: 10000000})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', price: 10200000})-[:FOR_LOT]->(lot),
  (other1:Lot {id: 'lot_1', openedAt: datetime('2025-01-02T09:30:00+08:00')}),
  (a)-[:SUBMITTED]->(:Bid {id: 'bid_a1', price: 25000000})-[:FOR_LOT]->(other1),
  (b)-[:SUBMITTED]->(:Bid {id: 'bid_b1', price: 25800000})-[:FOR_LOT]->(other1),
  (other2:Lot {id: 'lot_2', openedAt: datetime('2025-02-02T09:30:00+08:00')}),
  (a)-[:SUBMITTED]->(:Bid {id: 'bid_a2', price: 7000000})-[:FOR_LOT]->(other2),
  (b)-[:SUBMITTED]->(:Bid {id: 'bid_b2', price: 7110000})-[:FOR_LOT]->(other2),
  (other3:Lot {id: 'lot_3', openedAt: datetime('2025-03-02T09:30:00+08:00')}),
  (a)-[:SUBMITTED]->(:Bid {id: 'bid_a3', price: 9000000})-[:FOR_LOT]->(other3),
  (b)-[:SUBMITTED]->(:Bid {id: 'bid_b3', price: 9180000})-[:FOR_LOT]->(other3)
