// reads: whether bidders of a lot win in turns the lots for which they bid together; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL
    WITH firm, min(bid.id) AS bid
    ORDER BY firm.id
    RETURN collect(firm) AS firms, collect(bid) AS own
}
CALL (lot, firms) {
    UNWIND firms AS firm
    MATCH (firm)-[:SUBMITTED]->(bid:Bid)-[:FOR_LOT]->(other:Lot)
    WHERE other.openedAt <= $now AND coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL
    WITH lot, other, firm, min(bid.id) AS bid
    ORDER BY firm.id
    WITH lot, other, collect({firm: firm, bid: bid}) AS offers
    WHERE size(offers) >= $limits.bidders
    MATCH (other)-[:AWARDED]->(award:Award)-[:TO]->(won:Company)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
    WITH lot, other, offers, collect(DISTINCT won) AS winners
    WHERE size(winners) = 1
    WITH lot, other, offers, head(winners) AS winner
    WHERE any(offer IN offers WHERE offer.firm = winner)
    WITH other, winner, [offer IN offers WHERE offer.firm = winner | offer.bid][0] AS bid
    ORDER BY other.openedAt, other.id
    RETURN collect(winner.id) AS turns, collect([winner.id, bid, other.id]) AS walks
}
WITH lot, firms, own, turns, walks, [firm IN firms WHERE firm.id IN turns | firm.id] AS winners
WITH firms, own, turns, walks, winners, size(winners) AS many, size(turns) - size(winners) + 1 AS windows
WITH firms, own, turns, walks, winners, many, windows, CASE WHEN windows < 1 THEN 0 ELSE size([from IN range(0, windows - 1)
    WHERE all(firm IN winners WHERE firm IN turns[from..from + many])]) END AS whole
RETURN size(firms) AS tested,
    CASE WHEN many >= $limits.winners AND size(turns) >= $limits.rounds * many AND whole >= $limits.share * windows
        THEN [{firms: winners, bids: [i IN range(0, size(firms) - 1) WHERE firms[i].id IN winners | own[i]], walks: walks[..20],
            values: {lots: size(turns), winners: many, share: toFloat(whole) / windows}}]
        ELSE [] END AS hits
