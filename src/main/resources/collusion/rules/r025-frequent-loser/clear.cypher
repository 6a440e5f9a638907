// 只投两个标段，未中不足为奇 · it bid for two lots only, and losing them is nothing strange
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (z:Company {id: 'com_z'}),
  (lot1:Lot {id: 'lot_1', openedAt: datetime('2025-01-02T09:30:00+08:00')}),
  (a)-[:SUBMITTED]->(:Bid {id: 'bid_a1'})-[:FOR_LOT]->(lot1),
  (lot1)-[:AWARDED]->(:Award {id: 'awd_1', status: 'AWARDED'})-[:TO]->(z),
  (lot2:Lot {id: 'lot_2', openedAt: datetime('2025-02-02T09:30:00+08:00')}),
  (a)-[:SUBMITTED]->(:Bid {id: 'bid_a2'})-[:FOR_LOT]->(lot2),
  (lot2)-[:AWARDED]->(:Award {id: 'awd_2', status: 'AWARDED'})-[:TO]->(z),
  (:RuleFence {id: $set + '/r025-frequent-loser/bids', values: 40, q1: 1, q3: 4, lower: -3.5, upper: 8.5}),
  (:RuleFence {id: $set + '/r025-frequent-loser/ratio', values: 40, q1: 0.45, q3: 0.65, lower: 0.15, upper: 0.95})
