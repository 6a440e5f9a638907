// reads: whether the buyer of a lot rejects bids unusually often; one row {tested, hits}; $lot, $now, $limits, $set; constraints lot_id, rule_fence_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
OPTIONAL MATCH (fence:RuleFence {id: $set + '/r038-rejects-often/ratio'})
WHERE fence.values >= $limits.values
CALL (lot) {
    OPTIONAL MATCH (lot)<-[:HAS_LOT]-(tender:Tender)-[:TENDERED_BY]->(buyer)
    RETURN tender, buyer
    ORDER BY buyer.id, tender.id
    LIMIT 1
}
CALL (buyer) {
    MATCH (buyer)<-[:TENDERED_BY]-(:Tender)-[:HAS_LOT]->(other:Lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE other.openedAt <= $now AND bid.withdrawnAt IS NULL
    WITH DISTINCT bid
    RETURN count(bid) AS bids, sum(CASE WHEN bid.valid = false THEN 1 ELSE 0 END) AS rejected
}
WITH lot, fence, tender, buyer, bids, rejected, CASE WHEN bids >= $limits.bids THEN toFloat(rejected) / bids END AS ratio
RETURN CASE WHEN fence IS NULL OR ratio IS NULL THEN 0 ELSE COUNT { (lot)<-[:FOR_LOT]-(:Bid) } END AS tested,
    CASE WHEN fence.upper > 0 AND ratio >= fence.upper
        THEN [{firms: [buyer.id], bids: [], walks: [[lot.id, tender.id, buyer.id]], values: {bids: bids, rejected: rejected, ratio: ratio}}]
        ELSE [] END AS hits
