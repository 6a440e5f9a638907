// reads: whether the prices of a lot lie in even ratios; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE bid.price > 0 AND bid.withdrawnAt IS NULL
    WITH bid, firm
    ORDER BY bid.price, bid.id
    RETURN collect(bid) AS bids, collect(firm) AS firms, [price IN collect(toFloat(bid.price)) | price] AS prices
}
WITH bids, firms, prices, CASE WHEN size(prices) < $limits.least THEN [] ELSE [i IN range(1, size(prices) - 1) | prices[i] / prices[i - 1] - 1] END AS steps
WITH bids, firms, prices, steps, reduce(sum = 0.0, step IN steps | sum + step) / CASE size(steps) WHEN 0 THEN 1 ELSE size(steps) END AS mean
WITH bids, firms, prices, steps, mean,
    CASE WHEN size(steps) > 1 AND mean > 0
        THEN sqrt(reduce(sum = 0.0, step IN steps | sum + (step - mean) ^ 2) / (size(steps) - 1)) / mean END AS variation
RETURN CASE WHEN size(prices) < $limits.least THEN 0 ELSE size(prices) END AS tested,
    CASE WHEN variation < $limits.variation
        THEN [{firms: [firm IN firms | firm.id], bids: [bid IN bids | bid.id],
            walks: [i IN range(0, size(bids) - 1) | [firms[i].id, bids[i].id]], values: {variation: variation, step: mean}}]
        ELSE [] END AS hits
