// 同一担保公司出具的保函，保费各自支付 · guarantees of one guarantor; each bidder paid its own premium
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (one)-[:SECURED_BY]->(paid:Deposit {id: 'dpt_a', form: 'E_GUARANTEE'})-[:PAID_FROM]->(:BankAccount {id: 'acc_a'})<-[:PAID_FROM]-(too:Deposit {id: 'dpt_b', form: 'E_GUARANTEE'})<-[:SECURED_BY]-(two),
  (paid)-[:PREMIUM_PAID_FROM]->(:BankAccount {id: 'acc_b'}),
  (too)-[:PREMIUM_PAID_FROM]->(:BankAccount {id: 'acc_c'})
