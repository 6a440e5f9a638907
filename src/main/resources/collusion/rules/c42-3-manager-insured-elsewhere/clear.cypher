// 项目负责人由联合体成员缴纳社保，早年曾在另一投标人处参保 · the consortium's member insures the manager, whom a rival insured years ago
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:HANDLED_BY {role: 'PROJECT_MANAGER'}]->(manager:Person {id: 'per_a'}),
  (manager)-[:SOCIALLY_INSURED_BY]->(:Company {id: 'com_c'})-[:JOINED]->(one),
  (manager)-[:SOCIALLY_INSURED_BY {to: date('2014-12-31')}]->(b)
