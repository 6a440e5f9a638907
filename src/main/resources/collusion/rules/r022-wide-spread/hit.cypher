// 最高价是最低价的一倍半 · the highest price is one and a half times the lowest
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', price: 10000000})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', price: 15000000})-[:FOR_LOT]->(lot),
  (:RuleFence {id: $set + '/r022-wide-spread/spread', values: 40, q1: 0.05, q3: 0.15, lower: -0.1, upper: 0.3})
