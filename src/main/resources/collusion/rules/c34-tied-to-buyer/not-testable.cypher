// 招标人为机关，没有可比的股权数据 · the buyer is a department, of which there are no shares
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (lot)<-[:HAS_LOT]-(:Tender {id: 'tnd_a'})-[:TENDERED_BY]->(:Department {id: 'dep_a'})
