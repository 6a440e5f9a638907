// 分公司用总公司的证书签章 · a declared branch signs with its head office's certificate
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:SIGNED_WITH]->(certificate:Device {id: 'dev_certificate', kind: 'CA_CERT'})<-[:SIGNED_WITH]-(two),
  (b)-[:BRANCH_OF]->(a)
