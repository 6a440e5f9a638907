// 只有经办人，没有项目班子 · there are operators only, and no teams
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:HANDLED_BY {role: 'OPERATOR'}]->(:Person {id: 'per_a'}),
  (two)-[:HANDLED_BY {role: 'OPERATOR'}]->(:Person {id: 'per_b'})
