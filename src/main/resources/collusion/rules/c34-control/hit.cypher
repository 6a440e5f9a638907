// 一家公司同时控股两家投标人 · one company controls both bidders
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (a)<-[:CONTROLS {from: date('2019-01-01')}]-(above:Company {id: 'com_c'})-[:CONTROLS]->(b)
