// reads: pairs of a lot's bidders that bid together time and again while one of them always wins; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
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
    WHERE size(offers) >= 2
    MATCH (other)-[:AWARDED]->(award:Award)-[:TO]->(won:Company)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
    WITH lot, other, offers, collect(DISTINCT won) AS winners
    WHERE size(winners) = 1
    WITH lot, other, offers, head(winners) AS winner
    UNWIND range(0, size(offers) - 2) AS i
    UNWIND range(i + 1, size(offers) - 1) AS j
    WITH lot, other, winner, offers[i] AS one, offers[j] AS two
    WITH one.firm AS a, two.firm AS b, count(other) AS together, sum(CASE WHEN winner = one.firm THEN 1 ELSE 0 END) AS aWins,
        sum(CASE WHEN winner = two.firm THEN 1 ELSE 0 END) AS bWins,
        collect(CASE WHEN winner IN [one.firm, two.firm] THEN [one.firm.id, one.bid, other.id, two.bid, two.firm.id] END)[..10] AS walks
    WITH together, walks, aWins + bWins AS won, CASE WHEN aWins >= bWins THEN aWins ELSE bWins END AS most,
        CASE WHEN aWins >= bWins THEN a ELSE b END AS winner, CASE WHEN aWins >= bWins THEN b ELSE a END AS loser
    WHERE together >= $limits.together AND won >= $limits.won AND most >= $limits.share * won
    RETURN collect({firms: [winner.id, loser.id], walks: walks, values: {together: together, won: most, of: won}}) AS found
}
WITH firms, own, found, [firm IN firms | firm.id] AS ids
RETURN size(firms) AS tested,
    [hit IN found | {firms: hit.firms, bids: [i IN range(0, size(ids) - 1) WHERE ids[i] IN hit.firms | own[i]], walks: hit.walks, values: hit.values}] AS hits
