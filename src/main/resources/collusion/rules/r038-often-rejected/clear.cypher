// 五个投标有一个被否决 · one of five bids was rejected
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', valid: false})-[:FOR_LOT]->(lot),
  (lot1:Lot {id: 'lot_1', openedAt: datetime('2025-01-02T09:30:00+08:00')}),
  (a)-[:SUBMITTED]->(:Bid {id: 'bid_a1', valid: true})-[:FOR_LOT]->(lot1),
  (lot2:Lot {id: 'lot_2', openedAt: datetime('2025-02-02T09:30:00+08:00')}),
  (a)-[:SUBMITTED]->(:Bid {id: 'bid_a2', valid: true})-[:FOR_LOT]->(lot2),
  (lot3:Lot {id: 'lot_3', openedAt: datetime('2025-03-02T09:30:00+08:00')}),
  (a)-[:SUBMITTED]->(:Bid {id: 'bid_a3', valid: true})-[:FOR_LOT]->(lot3),
  (lot4:Lot {id: 'lot_4', openedAt: datetime('2025-04-02T09:30:00+08:00')}),
  (a)-[:SUBMITTED]->(:Bid {id: 'bid_a4', valid: true})-[:FOR_LOT]->(lot4),
  (:RuleFence {id: $set + '/r038-often-rejected/ratio', values: 40, q1: 0.0, q3: 0.2, lower: -0.3, upper: 0.5})
