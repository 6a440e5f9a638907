// reads: pairs of a lot's bidders whose prices differ by the same ratio here and in other lots; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE bid.price > 0 AND bid.withdrawnAt IS NULL
    RETURN count(DISTINCT bid) AS tested, collect(DISTINCT firm) AS firms
}
CALL (lot, firms) {
    UNWIND firms AS firm
    MATCH (firm)-[:SUBMITTED]->(bid:Bid)-[:FOR_LOT]->(other:Lot)
    WHERE bid.price > 0 AND bid.withdrawnAt IS NULL AND other.openedAt <= $now
    WITH lot, other, firm, bid
    ORDER BY firm.id, bid.price, bid.id
    WITH lot, other, firm, head(collect(bid)) AS bid
    WITH lot, other, collect({firm: firm.id, bid: bid.id, price: toFloat(bid.price)}) AS offers
    WHERE size(offers) > 1
    UNWIND range(0, size(offers) - 2) AS i
    UNWIND range(i + 1, size(offers) - 1) AS j
    WITH lot, other, offers[i] AS one, offers[j] AS two
    WITH lot, other, one, two, round(two.price / one.price - 1, $limits.digits) AS ratio
    WHERE ratio <> 0
    WITH one.firm AS a, two.firm AS b, ratio, max(CASE WHEN other = lot THEN [one.bid, two.bid] END) AS bids, count(*) AS times,
        collect([one.firm, one.bid, other.id, two.bid, two.firm])[..10] AS walks
    WHERE bids IS NOT NULL AND times >= $limits.times
    RETURN collect({firms: [a, b], bids: bids, walks: walks, values: {ratio: ratio, lots: times}}) AS hits
}
RETURN tested, hits
