// 只投过一个标段 · it never bid before
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', valid: false})-[:FOR_LOT]->(lot),
  (:RuleFence {id: $set + '/r038-often-rejected/ratio', values: 40, q1: 0.0, q3: 0.2, lower: -0.3, upper: 0.5})
