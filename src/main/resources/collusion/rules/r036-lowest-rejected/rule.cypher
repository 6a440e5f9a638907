// reads: whether the lowest bid of a lot was rejected; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE bid.price > 0 AND bid.withdrawnAt IS NULL AND bid.valid IS NOT NULL
        AND EXISTS { (lot)-[:AWARDED]->(award:Award) WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL }
    WITH firm, bid
    ORDER BY bid.price, bid.id
    WITH collect({firm: firm.id, bid: bid.id, price: bid.price, valid: bid.valid}) AS offers
    RETURN offers, [offer IN offers WHERE offer.price = head(offers).price] AS lowest
}
RETURN size(offers) AS tested,
    CASE WHEN any(offer IN offers WHERE offer.valid) AND none(offer IN lowest WHERE offer.valid)
        THEN [offer IN lowest | {firms: [offer.firm], bids: [offer.bid], walks: [[offer.firm, offer.bid, lot.id]], values: {price: offer.price}}]
        ELSE [] END AS hits
