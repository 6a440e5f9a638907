// 尚未定标 · there is no award yet
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', price: 10000000})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', price: 10001000})-[:FOR_LOT]->(lot),
  (:RuleFence {id: $set + '/r024-close-second/difference', values: 40, q1: 0.04, q3: 0.06, lower: 0.01, upper: 0.09})
