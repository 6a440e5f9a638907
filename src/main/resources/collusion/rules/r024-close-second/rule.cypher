// reads: whether the second lowest price of a lot lies unusually close to the winner's; one row {tested, hits}; $lot, $now, $limits, $set; constraints lot_id, rule_fence_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    OPTIONAL MATCH (lot)-[:AWARDED]->(award:Award)-[:TO]->(won:Company)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
    WITH collect(DISTINCT won) AS winners, count(DISTINCT award) AS awards
    RETURN CASE WHEN size(winners) = 1 AND awards = 1 THEN head(winners) END AS winner
}
CALL (lot, winner) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE bid.price > 0 AND coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL AND NOT EXISTS { (bid)<-[:JOINED]-(:Company) }
    WITH bid, firm, winner
    ORDER BY bid.price, bid.id
    RETURN head(collect(CASE WHEN firm = winner THEN {firm: firm.id, bid: bid.id, price: bid.price} END)) AS best,
        head(collect(CASE WHEN firm <> winner THEN {firm: firm.id, bid: bid.id, price: bid.price} END)) AS next
}
OPTIONAL MATCH (fence:RuleFence {id: $set + '/r024-close-second/difference'})
WHERE fence.values >= $limits.values
WITH lot, best, next, fence, CASE WHEN next.price >= best.price THEN toFloat(next.price - best.price) / best.price END AS difference
RETURN CASE WHEN fence IS NULL OR difference IS NULL THEN 0 ELSE 2 END AS tested,
    CASE WHEN fence.q1 > 0 AND fence.lower > 0 AND difference <= fence.lower
        THEN [{firms: [best.firm, next.firm], bids: [best.bid, next.bid],
            walks: [[best.firm, best.bid, lot.id], [next.firm, next.bid, lot.id]], values: {difference: difference, fence: fence.lower}}]
        ELSE [] END AS hits
