// 投标人的人员在开标前查看标段，另一人查看他家文件 · a bidder's person looked at the lot before the opening, and somebody at a rival's file
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:HAS_DOCUMENT]->(first:BidDocument {id: 'doc_a'}),
  (two)-[:HAS_DOCUMENT]->(second:BidDocument {id: 'doc_b'}),
  (lot)<-[:ACCESSED]-(:AccessRecord {id: 'acs_a', at: datetime('2026-03-01T22:13:00+08:00'), action: 'DOWNLOAD'})-[:ACCESSED_BY]->(:Person {id: 'per_a'})-[:WORKS_FOR]->(a),
  (second)<-[:ACCESSED]-(:AccessRecord {id: 'acs_b', at: datetime('2026-03-01T22:20:00+08:00'), action: 'VIEW'})-[:ACCESSED_BY]->(:Person {id: 'per_b'})
