// 两家的保证金出自同一账户 · one account paid both securities
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:SECURED_BY]->(:Deposit {id: 'dpt_a', form: 'TRANSFER'})-[:PAID_FROM]->(:BankAccount {id: 'acc_a'})<-[:PAID_FROM]-(:Deposit {id: 'dpt_b', form: 'TRANSFER'})<-[:SECURED_BY]-(two)
