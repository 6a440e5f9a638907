// 没有递交时间 · nobody knows when the bids came
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00'), bidDeadline: datetime('2026-03-02T09:00:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (lot)-[:AWARDED]->(:Award {id: 'awd_a', status: 'AWARDED'})-[:TO]->(a)
