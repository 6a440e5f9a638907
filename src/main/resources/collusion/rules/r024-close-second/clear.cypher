// 次低价与中标价的距离寻常 · the second price lies as far above as usual；最近的是被否决的投标, and what lies close was rejected
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a', price: 10000000})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b', price: 10600000})-[:FOR_LOT]->(lot),
  (c:Company {id: 'com_c'})-[:SUBMITTED]->(:Bid {id: 'bid_c', price: 10001000, valid: false})-[:FOR_LOT]->(lot),
  (lot)-[:AWARDED]->(:Award {id: 'awd_a', status: 'AWARDED'})-[:TO]->(a),
  (:RuleFence {id: $set + '/r024-close-second/difference', values: 40, q1: 0.04, q3: 0.06, lower: 0.01, upper: 0.09})
