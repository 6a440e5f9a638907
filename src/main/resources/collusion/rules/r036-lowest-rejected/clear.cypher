// 被否决的是高价，最低价未中标 · a high price was rejected, and the lowest lost on merit
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', price: 10000000, valid: true})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', price: 12000000, valid: false})-[:FOR_LOT]->(lot),
  (c:Company {id: 'com_c'})-[:SUBMITTED]->(:Bid {id: 'bid_c', price: 9500000, valid: true})-[:FOR_LOT]->(lot),
  (lot)-[:AWARDED]->(:Award {id: 'awd_a', status: 'AWARDED'})-[:TO]->(a)
