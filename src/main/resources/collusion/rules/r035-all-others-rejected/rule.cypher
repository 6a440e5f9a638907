// reads: whether all bids of a lot but the winner's were rejected; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    OPTIONAL MATCH (lot)-[:AWARDED]->(award:Award)-[:TO]->(won:Company)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
    RETURN collect(DISTINCT won) AS winners
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE bid.withdrawnAt IS NULL AND bid.valid IS NOT NULL
    WITH lot, bid, firm
    ORDER BY bid.id
    RETURN count(DISTINCT bid) AS judged, collect(DISTINCT CASE WHEN bid.valid THEN firm END) AS admitted,
        collect(DISTINCT CASE WHEN NOT bid.valid THEN firm END) AS rejected, collect(DISTINCT bid.id) AS bids,
        collect(DISTINCT [firm.id, bid.id, lot.id]) AS walks
}
WITH winners, judged, admitted, bids, walks, size([firm IN rejected WHERE NOT firm IN admitted]) AS others
RETURN CASE WHEN size(winners) = 0 THEN 0 ELSE judged END AS tested,
    CASE WHEN size(admitted) = 1 AND winners = admitted AND others >= $limits.rejected
        THEN [{firms: [firm IN admitted | firm.id], bids: bids, walks: walks, values: {rejected: others}}]
        ELSE [] END AS hits
