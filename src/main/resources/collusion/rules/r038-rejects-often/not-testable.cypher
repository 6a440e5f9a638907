// 不知招标人 · the buyer is not known
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', valid: false})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', valid: false})-[:FOR_LOT]->(lot),
  (:RuleFence {id: $set + '/r038-rejects-often/ratio', values: 40, q1: 0.0, q3: 0.2, lower: -0.3, upper: 0.5})
