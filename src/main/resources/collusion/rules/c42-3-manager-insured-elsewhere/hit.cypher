// 一家的项目负责人由另一家缴纳社保 · another bidder pays the social insurance of a manager
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:HANDLED_BY {role: 'PROJECT_MANAGER'}]->(manager:Person {id: 'per_a'}),
  (manager)-[:SOCIALLY_INSURED_BY]->(b)
