// 作者为同一软件的缺省名，最后修改者不同 · the author is a program's default name, and others changed them last
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:HAS_DOCUMENT]->(first:BidDocument {id: 'doc_a', author: 'Administrator', lastModifiedBy: '李四'}),
  (two)-[:HAS_DOCUMENT]->(second:BidDocument {id: 'doc_b', author: 'Administrator', lastModifiedBy: '赵六'})
