// 电子保函未记保费付款账户 · guarantees of which nobody knows who paid the premium
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:SECURED_BY]->(:Deposit {id: 'dpt_a', form: 'E_GUARANTEE'})-[:PAID_FROM]->(:BankAccount {id: 'acc_a'})<-[:PAID_FROM]-(:Deposit {id: 'dpt_b', form: 'E_GUARANTEE'})<-[:SECURED_BY]-(two)
