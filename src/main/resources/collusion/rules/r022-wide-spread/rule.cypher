// reads: whether the prices of a lot lie further apart than is usual in the market; one row {tested, hits}; $lot, $now, $limits, $set; constraints lot_id, rule_fence_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE bid.price > 0 AND coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL
    WITH bid, firm
    ORDER BY bid.price, bid.id
    WITH collect({firm: firm.id, bid: bid.id, price: bid.price}) AS offers
    RETURN size(offers) AS priced, head(offers) AS low, last(offers) AS high
}
OPTIONAL MATCH (fence:RuleFence {id: $set + '/r022-wide-spread/spread'})
WHERE fence.values >= $limits.values
WITH lot, priced, low, high, fence, CASE WHEN priced > 1 THEN toFloat(high.price - low.price) / low.price END AS spread
RETURN CASE WHEN fence IS NULL THEN 0 ELSE priced END AS tested,
    CASE WHEN fence.upper > 0 AND spread >= fence.upper AND low.firm <> high.firm
        THEN [{firms: [low.firm, high.firm], bids: [low.bid, high.bid],
            walks: [[low.firm, low.bid, lot.id], [high.firm, high.bid, lot.id]], values: {spread: spread, fence: fence.upper}}]
        ELSE [] END AS hits
