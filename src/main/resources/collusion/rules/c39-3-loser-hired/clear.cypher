// 分包单位未参加该标段投标 · the subcontractor did not bid for the lot
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (lot)-[:AWARDED]->(award:Award {id: 'awd_a', status: 'AWARDED'})-[:TO]->(a),
  (award)-[:CONTRACTED]->(:Contract {id: 'ctt_a'})-[:SUBCONTRACTED_TO]->(:Company {id: 'com_c'})
