// 逾期的投标被拒收，中标者按时递交 · the late bid was refused, and the winner's came in time
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00'), bidDeadline: datetime('2026-03-02T09:00:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', submittedAt: datetime('2026-03-01T16:00:00+08:00')})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', submittedAt: datetime('2026-03-02T09:20:00+08:00'), valid: false})-[:FOR_LOT]->(lot),
  (lot)-[:AWARDED]->(:Award {id: 'awd_a', status: 'AWARDED'})-[:TO]->(a)
