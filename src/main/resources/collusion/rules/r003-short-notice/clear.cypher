// 整二十天；竞争性谈判期限更短，另有规定 · twenty whole days; a negotiation beside it has shorter periods of its own
CREATE (lot:Lot {id: $lot, openedAt: datetime('2026-03-02T09:30:00+08:00'), bidDeadline: datetime('2026-03-02T09:00:00+08:00')}),
  (a:Company {id: 'com_a'})-[:SUBMITTED]->(:Bid {id: 'bid_a'})-[:FOR_LOT]->(lot),
  (b:Company {id: 'com_b'})-[:SUBMITTED]->(:Bid {id: 'bid_b'})-[:FOR_LOT]->(lot),
  (lot)<-[:HAS_LOT]-(:Tender {id: 'tnd_a', procurementMethod: 'OPEN', noticeOn: date('2026-02-10')}),
  (lot)<-[:HAS_LOT]-(:Tender {id: 'tnd_b', procurementMethod: 'NEGOTIATION', noticeOn: date('2026-02-25')})
