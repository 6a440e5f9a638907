// 评委早已从投标人处离职 · a judge left a bidder years ago
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (lot)<-[:JUDGED]-(committee:Committee {id: 'cmt_a'})<-[:SAT_ON]-(judge:Person {id: 'per_a'}),
  (judge)-[:WORKS_FOR {to: date('2019-12-31')}]->(a)
