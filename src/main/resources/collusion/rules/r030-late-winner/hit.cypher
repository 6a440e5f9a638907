// 截止后二十分钟递交并中标 · it came twenty minutes after the deadline and won
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00'), bidDeadline: datetime('2026-03-02T09:00:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', submittedAt: datetime('2026-03-02T09:20:00+08:00')})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', submittedAt: datetime('2026-03-01T16:00:00+08:00')})-[:FOR_LOT]->(lot),
  (lot)-[:AWARDED]->(:Award {id: 'awd_a', status: 'AWARDED'})-[:TO]->(a)
