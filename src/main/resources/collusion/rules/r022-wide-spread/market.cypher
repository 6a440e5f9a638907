// reads: how far the valid prices of each lot lie apart, over all lots opened by $now: name, value; index lot_opened_at
MATCH (lot:Lot)
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(:Company)
    WHERE bid.price > 0 AND coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL
    RETURN min(bid.price) AS low, max(bid.price) AS high, count(bid) AS priced
}
WITH low, high, priced
WHERE priced > 1
RETURN 'spread' AS name, toFloat(high - low) / low AS value
