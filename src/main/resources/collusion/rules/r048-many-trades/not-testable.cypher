// 中标的标段太少 · it won too few lots
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (lot1:Lot {id: 'lot_1', category: 'GOODS', openedAt: datetime('2025-01-02T09:30:00+08:00')}),
  (lot1)-[:AWARDED]->(:Award {id: 'awd_1', status: 'AWARDED'})-[:TO]->(a),
  (lot2:Lot {id: 'lot_2', category: 'SERVICES', openedAt: datetime('2025-01-02T09:30:00+08:00')}),
  (lot2)-[:AWARDED]->(:Award {id: 'awd_2', status: 'AWARDED'})-[:TO]->(a),
  (lot3:Lot {id: 'lot_3', category: 'WORKS', openedAt: datetime('2025-01-02T09:30:00+08:00')}),
  (lot3)-[:AWARDED]->(:Award {id: 'awd_3', status: 'AWARDED'})-[:TO]->(a),
  (:RuleFence {id: $set + '/r048-many-trades/kinds', values: 40, q1: 1.0, q3: 1.4, lower: 0.4, upper: 2.0})
