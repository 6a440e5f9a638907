// reads: bidders of a lot that win lots of unusually many kinds; one row {tested, hits}; $lot, $now, $limits, $set; constraints lot_id, rule_fence_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
OPTIONAL MATCH (fence:RuleFence {id: $set + '/r048-many-trades/kinds'})
WHERE fence.values >= $limits.values
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(own:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE own.withdrawnAt IS NULL
    RETURN firm, collect(own.id) AS bids
}
CALL (firm) {
    MATCH (firm)<-[:TO]-(award:Award)<-[:AWARDED]-(other:Lot)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL AND other.openedAt <= $now AND other.category IS NOT NULL
        AND NOT EXISTS { (other)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm) WHERE EXISTS { (bid)<-[:JOINED]-(:Company) } }
    OPTIONAL MATCH (other)<-[:HAS_LOT]-(tender:Tender)
    RETURN count(DISTINCT other) AS lots, collect(DISTINCT other.category + coalesce('/' + tender.phase, '')) AS kinds
}
WITH lot, fence, firm, bids, lots, kinds
ORDER BY firm.id
WITH collect({lot: lot.id, firm: firm.id, bids: bids, lots: lots, kinds: size(kinds),
    hit: coalesce(lots >= $limits.lots AND size(kinds) >= fence.upper AND size(kinds) >= $limits.kinds, false),
    known: fence IS NOT NULL AND lots >= $limits.lots}) AS found
RETURN size([one IN found WHERE one.known]) AS tested,
    [one IN found WHERE one.hit | {firms: [one.firm], bids: one.bids, walks: [bid IN one.bids | [one.firm, bid, one.lot]],
        values: {kinds: one.kinds, lots: one.lots}}] AS hits
