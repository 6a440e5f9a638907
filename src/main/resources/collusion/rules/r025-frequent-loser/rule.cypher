// reads: bidders of a lot that bid a lot and win unusually seldom; one row {tested, hits}; $lot, $now, $limits, $set; constraints lot_id, rule_fence_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
OPTIONAL MATCH (many:RuleFence {id: $set + '/r025-frequent-loser/bids'})
WHERE many.values >= $limits.values
OPTIONAL MATCH (fence:RuleFence {id: $set + '/r025-frequent-loser/ratio'})
WHERE fence.values >= $limits.values
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(own:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE own.withdrawnAt IS NULL
    RETURN firm, collect(own.id) AS bids
}
CALL (firm) {
    MATCH (firm)-[:SUBMITTED]->(bid:Bid)-[:FOR_LOT]->(other:Lot)
    WHERE other.openedAt <= $now AND coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL AND NOT EXISTS { (bid)<-[:JOINED]-(:Company) }
    WITH DISTINCT firm, other
    MATCH (other)-[:AWARDED]->(award:Award)-[:TO]->(won:Company)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
    WITH firm, other, collect(DISTINCT won) AS winners, count(DISTINCT award) AS awards
    WHERE size(winners) = 1 AND awards = 1
    RETURN count(other) AS lots, sum(CASE WHEN head(winners) = firm THEN 1 ELSE 0 END) AS wins
}
WITH lot, many, fence, firm, bids, lots, wins, CASE WHEN lots > 0 THEN toFloat(wins) / lots END AS ratio
ORDER BY firm.id
WITH collect({lot: lot.id, firm: firm.id, bids: bids, lots: lots, wins: wins, ratio: ratio,
    hit: coalesce(fence.q1 > 0 AND fence.lower > 0 AND lots >= many.q3 AND ratio <= fence.lower, false),
    known: fence IS NOT NULL AND many IS NOT NULL AND ratio IS NOT NULL}) AS found
RETURN size([one IN found WHERE one.known]) AS tested,
    [one IN found WHERE one.hit | {firms: [one.firm], bids: one.bids, walks: [bid IN one.bids | [one.firm, bid, one.lot]],
        values: {lots: one.lots, wins: one.wins, ratio: one.ratio}}] AS hits
