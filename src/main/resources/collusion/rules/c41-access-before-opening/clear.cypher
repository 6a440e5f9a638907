// 开标后查看，属正常业务 · it was looked at after the opening, as it should be
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (lot)<-[:ACCESSED]-(:AccessRecord {id: 'acs_a', at: datetime('2026-03-02T10:13:00+08:00'), action: 'VIEW'})-[:ACCESSED_BY]->(:Person {id: 'per_a'})-[:WORKS_FOR]->(a)
