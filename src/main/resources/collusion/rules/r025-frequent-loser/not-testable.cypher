// 所投标段都未定标 · none of the lots it bid for is awarded
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (:RuleFence {id: $set + '/r025-frequent-loser/bids', values: 40, q1: 1, q3: 4, lower: -3.5, upper: 8.5}),
  (:RuleFence {id: $set + '/r025-frequent-loser/ratio', values: 40, q1: 0.45, q3: 0.65, lower: 0.15, upper: 0.95})
