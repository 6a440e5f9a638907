// reads: how far the second lowest valid price lies above the winner's, over all lots opened by $now: name, value; index lot_opened_at
MATCH (lot:Lot)
WHERE lot.openedAt <= $now
CALL (lot) {
    OPTIONAL MATCH (lot)-[:AWARDED]->(award:Award)-[:TO]->(won:Company)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
    WITH collect(DISTINCT won) AS winners, count(DISTINCT award) AS awards
    RETURN CASE WHEN size(winners) = 1 AND awards = 1 THEN head(winners) END AS winner
}
WITH lot, winner
WHERE winner IS NOT NULL
CALL (lot, winner) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE bid.price > 0 AND coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL AND NOT EXISTS { (bid)<-[:JOINED]-(:Company) }
    RETURN min(CASE WHEN firm = winner THEN bid.price END) AS best, min(CASE WHEN firm <> winner THEN bid.price END) AS next
}
WITH best, next
WHERE next >= best
RETURN 'difference' AS name, toFloat(next - best) / best AS value
