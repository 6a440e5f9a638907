// reads: bidders of a lot that lost, withdrew or renounced and were then given a part of the contract; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)-[:AWARDED]->(:Award)-[:CONTRACTED]->(contract:Contract)
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)-[:AWARDED]->(award:Award)-[:CONTRACTED]->(contract:Contract)-[part:SUBCONTRACTED_TO]->(firm:Company)
    MATCH (award)-[:TO]->(winner:Company)
    MATCH (firm)-[:SUBMITTED]->(bid:Bid)-[:FOR_LOT]->(lot)
    WHERE firm <> winner
    WITH firm, winner, award, contract, collect(DISTINCT bid) AS bids
    RETURN collect({
        firms: [firm.id, winner.id],
        bids: [bid IN bids | bid.id],
        walks: [[firm.id, contract.id, award.id, winner.id]] + [bid IN bids | [firm.id, bid.id]],
        values: {withdrew: any(bid IN bids WHERE bid.withdrawnAt IS NOT NULL)}
    }) AS hits
}
RETURN tested, hits
