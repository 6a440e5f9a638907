// reads: whether one company alone bid for a lot that was open to several; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    OPTIONAL MATCH (lot)<-[:HAS_LOT]-(tender:Tender)
    RETURN min(tender.procurementMethod) AS method
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE bid.withdrawnAt IS NULL
    RETURN collect(DISTINCT firm.id) AS firms, collect(DISTINCT bid.id) AS bids, collect(DISTINCT [firm.id, bid.id, lot.id]) AS walks
}
RETURN CASE WHEN method IS NULL THEN 0 ELSE size(bids) END AS tested,
    CASE WHEN method IN ['OPEN', 'INVITED'] AND size(firms) = 1 THEN [{firms: firms, bids: bids, walks: walks, values: {bids: size(bids)}}] ELSE [] END AS hits
