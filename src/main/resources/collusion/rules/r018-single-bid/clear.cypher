// 单一来源采购本来只有一家 · a single source has one bidder by its nature
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (lot)<-[:HAS_LOT]-(:Tender {id: 'tnd_a', procurementMethod: 'SINGLE_SOURCE'})
