// 招标人否决了四个投标中的一个 · the buyer rejected one of four bids
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', valid: false})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', valid: true})-[:FOR_LOT]->(lot),
  (c:Company {id: 'com_c'})-[:SUBMITTED]->(:Bid {id: 'bid_c', valid: true})-[:FOR_LOT]->(lot),
  (d:Company {id: 'com_d'})-[:SUBMITTED]->(:Bid {id: 'bid_d', valid: true})-[:FOR_LOT]->(lot),
  (lot)<-[:HAS_LOT]-(:Tender {id: 'tnd_a'})-[:TENDERED_BY]->(:Department {id: 'dep_a'}),
  (:RuleFence {id: $set + '/r038-rejects-often/ratio', values: 40, q1: 0.0, q3: 0.2, lower: -0.3, upper: 0.5})
