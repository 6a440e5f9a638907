// reads: whether the winner's bid of a lot came after the deadline; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED|JOINED]-(firm:Company)
    WHERE bid.submittedAt IS NOT NULL AND lot.bidDeadline IS NOT NULL AND coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL
        AND EXISTS { (lot)-[:AWARDED]->(award:Award) WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL }
    WITH lot, bid, firm, bid.submittedAt > lot.bidDeadline
        AND EXISTS { (lot)-[:AWARDED]->(award:Award)-[:TO]->(firm) WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL } AS late
    ORDER BY bid.id
    RETURN count(DISTINCT bid) AS tested, collect(CASE WHEN late THEN {firms: [firm.id], bids: [bid.id], walks: [[firm.id, bid.id, lot.id]],
        values: {minutes: duration.inSeconds(lot.bidDeadline, bid.submittedAt).seconds / 60}} END) AS hits
}
RETURN tested, hits
