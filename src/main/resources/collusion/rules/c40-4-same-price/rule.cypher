// reads: bids of a lot with one price; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE bid.price IS NOT NULL AND bid.withdrawnAt IS NULL
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE bid.price IS NOT NULL AND bid.withdrawnAt IS NULL
    WITH bid.price AS price, collect(DISTINCT firm) AS firms, collect(DISTINCT bid.id) AS bids, collect(DISTINCT [firm.id, bid.id]) AS walks
    WHERE size(firms) > 1
    RETURN collect({firms: [firm IN firms | firm.id], bids: bids, walks: walks, values: {price: price}}) AS hits
}
RETURN tested, hits
