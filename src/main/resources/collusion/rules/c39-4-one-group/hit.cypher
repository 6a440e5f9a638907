// 两家投标人同属一个企业集团 · both bidders belong to one business group
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(one:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(two:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (a)-[:MEMBER_OF]->(:BusinessGroup {id: 'grp_a'})<-[:MEMBER_OF]-(b)
