// 总公司与其申明的分公司递交同一文件，另由第三十四条检视 · a head office and its declared branch handed in one file, which article 34 is about
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:HAS_DOCUMENT]->(first:BidDocument {id: 'doc_a', sha256: 'aa11'}),
  (two)-[:HAS_DOCUMENT]->(second:BidDocument {id: 'doc_b', sha256: 'aa11'}),
  (b)-[:BRANCH_OF]->(a)
