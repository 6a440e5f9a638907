// reads: bidders of a lot whose bids are rejected unusually often; one row {tested, hits}; $lot, $now, $limits, $set; constraints lot_id, rule_fence_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
OPTIONAL MATCH (fence:RuleFence {id: $set + '/r038-often-rejected/ratio'})
WHERE fence.values >= $limits.values
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(own:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE own.withdrawnAt IS NULL
    RETURN firm, collect(own.id) AS own
}
CALL (firm) {
    MATCH (firm)-[:SUBMITTED|JOINED]->(bid:Bid)-[:FOR_LOT]->(other:Lot)
    WHERE other.openedAt <= $now AND bid.withdrawnAt IS NULL
    WITH DISTINCT bid
    RETURN count(bid) AS bids, sum(CASE WHEN bid.valid = false THEN 1 ELSE 0 END) AS rejected
}
WITH lot, fence, firm, own, bids, rejected, CASE WHEN bids >= $limits.bids THEN toFloat(rejected) / bids END AS ratio
ORDER BY firm.id
WITH collect({lot: lot.id, firm: firm.id, own: own, bids: bids, rejected: rejected, ratio: ratio,
    hit: coalesce(fence.upper > 0 AND ratio >= fence.upper, false), known: fence IS NOT NULL AND ratio IS NOT NULL}) AS found
RETURN size([one IN found WHERE one.known]) AS tested,
    [one IN found WHERE one.hit | {firms: [one.firm], bids: one.own, walks: [bid IN one.own | [one.firm, bid, one.lot]],
        values: {bids: one.bids, rejected: one.rejected, ratio: one.ratio}}] AS hits
