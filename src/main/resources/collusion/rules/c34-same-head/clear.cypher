// 法定代表人早已更换，现任两人同名 · the head left one of them years ago, and today's two heads are namesakes
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (a)<-[:LEGAL_REP_OF]-(head:Person {id: 'per_a', name: '王建国'})-[:LEGAL_REP_OF {to: date('2021-05-31')}]->(b),
  (b)<-[:LEGAL_REP_OF {from: date('2021-06-01')}]-(:Person {id: 'per_b', name: '王建国'})
