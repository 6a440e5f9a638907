// 只有一个文件有属性 · only one file has properties
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:HAS_DOCUMENT]->(first:BidDocument {id: 'doc_a', author: '张三', lastModifiedBy: '李四'}),
  (two)-[:HAS_DOCUMENT]->(second:BidDocument {id: 'doc_b'})
