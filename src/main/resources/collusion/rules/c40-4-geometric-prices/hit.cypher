// 报价依次相差百分之二 · each price is two percent above the one before
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', price: 10000000})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', price: 10200000})-[:FOR_LOT]->(lot),
  (c:Company {id: 'com_c'})-[:SUBMITTED]->(:Bid {id: 'bid_c', price: 10404000})-[:FOR_LOT]->(lot),
  (d:Company {id: 'com_d'})-[:SUBMITTED]->(:Bid {id: 'bid_d', price: 10612080})-[:FOR_LOT]->(lot)
