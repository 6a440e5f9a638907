// 招标人在开标前已转让股份 · the buyer had sold its shares before the opening
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (lot)<-[:HAS_LOT]-(:Tender {id: 'tnd_a'})-[:TENDERED_BY]->(buyer:Company {id: 'com_c'})-[:SHAREHOLDER_OF {share: 0.4, to: date('2025-06-30')}]->(a)
