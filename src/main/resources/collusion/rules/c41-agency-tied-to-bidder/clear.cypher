// 代理机构的人员早年曾在投标人处任职 · somebody of the agency worked for a bidder years ago
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (lot)<-[:HAS_LOT]-(:Tender {id: 'tnd_a'})-[:AGENT]->(agency:Company {id: 'com_c'}),
  (agency)<-[:WORKS_FOR]-(:Person {id: 'per_a'})-[:WORKS_FOR {to: date('2019-12-31')}]->(a)
