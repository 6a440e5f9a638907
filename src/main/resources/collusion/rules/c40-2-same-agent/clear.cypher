// 两名经办人同名，并非同一人 · the two operators have one name and are two people
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:HANDLED_BY {role: 'OPERATOR'}]->(:Person {id: 'per_a', name: '王伟'}),
  (two)-[:HANDLED_BY {role: 'OPERATOR'}]->(:Person {id: 'per_b', name: '王伟'})
