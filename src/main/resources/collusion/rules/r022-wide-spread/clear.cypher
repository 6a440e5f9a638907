// 离得最远的报价已被否决 · the price that lies far off was rejected
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', price: 10000000})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', price: 11000000})-[:FOR_LOT]->(lot),
  (c:Company {id: 'com_c'})-[:SUBMITTED]->(:Bid {id: 'bid_c', price: 19000000, valid: false})-[:FOR_LOT]->(lot),
  (:RuleFence {id: $set + '/r022-wide-spread/spread', values: 40, q1: 0.05, q3: 0.15, lower: -0.1, upper: 0.3})
