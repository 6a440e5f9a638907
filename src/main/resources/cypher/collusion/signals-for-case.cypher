// reads: those of $signals that lie in an opened lot, with what they are about; $signals, $now; constraint collusion_signal_id
UNWIND $signals AS id
MATCH (signal:CollusionSignal {id: id})-[:IN_LOT]->(lot:Lot)
WHERE lot.openedAt <= $now
RETURN properties(signal) AS signal,
    lot {.id, .bidSectionCode, .name} AS lot,
    [(signal)-[:POINTS_TO]->(company:Company) | company {.id, .name}] AS companies,
    [(signal)-[:POINTS_TO]->(bid:Bid) | bid {.id, .bidNo}] AS bids
