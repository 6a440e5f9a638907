// 一家被否决，另一家有效而未中标 · one was rejected, another was admitted and lost
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', valid: true})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', valid: false})-[:FOR_LOT]->(lot),
  (c:Company {id: 'com_c'})-[:SUBMITTED]->(:Bid {id: 'bid_c', valid: true})-[:FOR_LOT]->(lot),
  (lot)-[:AWARDED]->(:Award {id: 'awd_a', status: 'AWARDED'})-[:TO]->(a)
