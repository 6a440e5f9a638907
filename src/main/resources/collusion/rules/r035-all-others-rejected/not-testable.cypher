// 尚未评审 · nothing was judged yet
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (lot)-[:AWARDED]->(:Award {id: 'awd_a', status: 'AWARDED'})-[:TO]->(a)
