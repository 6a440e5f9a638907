// 经运营商共用出口上传 · both came through the shared address of an operator
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:HAS_DOCUMENT]->(first:BidDocument {id: 'doc_a'}),
  (two)-[:HAS_DOCUMENT]->(second:BidDocument {id: 'doc_b'}),
  (first)-[:UPLOADED_FROM]->(:IpAddress {id: 'ipa_a', sharedNetwork: true})<-[:UPLOADED_FROM]-(second)
