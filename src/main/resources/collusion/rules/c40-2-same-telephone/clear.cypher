// 两家在同一栋楼办公 · both have their offices in one building
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (a)-[:REACHABLE_AT]->(:Contact {id: 'con_a', kind: 'ADDRESS'})<-[:REACHABLE_AT]-(b)
