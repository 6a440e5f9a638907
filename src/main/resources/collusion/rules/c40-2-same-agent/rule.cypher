// reads: bids of a lot handled by one person; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE EXISTS { (bid)-[part:HANDLED_BY]->(:Person) WHERE part.role IN ['OPERATOR', 'AUTHORISED_AGENT'] }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[part:HANDLED_BY]->(shared:Person)
    WHERE part.role IN ['OPERATOR', 'AUTHORISED_AGENT']
    MATCH (bid)<-[:SUBMITTED]-(firm:Company)
    WITH lot, shared, bid, firm, [firm.id, bid.id, shared.id] AS walk
    WITH lot, shared, collect(DISTINCT firm) AS firms, collect(DISTINCT bid.id) AS bids, collect(DISTINCT walk) AS walks
    WHERE size([firm IN firms WHERE NOT any(other IN firms WHERE EXISTS { (firm)-[:BRANCH_OF]->(other) })]) > 1
    RETURN collect({firms: [firm IN firms | firm.id], bids: bids, walks: walks, values: {}}) AS hits
}
RETURN tested, hits
