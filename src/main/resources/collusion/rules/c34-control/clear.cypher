// 同一自然人只持有两家的少数股份，控制关系在开标前已终止 · one person holds a small share of both, and control ended before the opening
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (a)<-[:SHAREHOLDER_OF {share: 0.3}]-(owner:Person {id: 'per_a'})-[:SHAREHOLDER_OF {share: 0.2}]->(b),
  (a)-[:CONTROLS {to: date('2025-12-31')}]->(b)
