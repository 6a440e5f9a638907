// 两家的投标由同一人办理 · one person handled both bids
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:HANDLED_BY {role: 'OPERATOR'}]->(agent:Person {id: 'per_a'})<-[:HANDLED_BY {role: 'AUTHORISED_AGENT'}]-(two)
