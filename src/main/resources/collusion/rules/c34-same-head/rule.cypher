// reads: bidders of a lot with one legal representative at its opening; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE EXISTS { (bid)<-[:SUBMITTED]-(:Company)<-[:LEGAL_REP_OF]-(:Person) }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)<-[post:LEGAL_REP_OF]-(shared:Person)
    WHERE coalesce(post.from <= date(lot.openedAt), true) AND coalesce(post.to >= date(lot.openedAt), true)
    WITH lot, shared, bid, firm, [bid.id, firm.id, shared.id] AS walk
    WITH lot, shared, collect(DISTINCT firm) AS firms, collect(DISTINCT bid.id) AS bids, collect(DISTINCT walk) AS walks
    WHERE size(firms) > 1
    RETURN collect({firms: [firm IN firms | firm.id], bids: bids, walks: walks, values: {}}) AS hits
}
RETURN tested, hits
