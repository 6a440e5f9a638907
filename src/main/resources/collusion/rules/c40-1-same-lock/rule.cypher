// reads: bids of a lot priced with one software lock, or whose files bear one creation code; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE EXISTS { (bid)-[:HAS_DOCUMENT]->(:BidDocument)-[:MADE_ON]->(part:Device) WHERE part.kind IN ['DONGLE', 'FILE_CODE'] }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[:HAS_DOCUMENT]->(file:BidDocument)-[:MADE_ON]->(shared:Device)
    WHERE shared.kind IN ['DONGLE', 'FILE_CODE'] AND NOT coalesce(shared.publicTerminal, false)
    MATCH (bid)<-[:SUBMITTED]-(firm:Company)
    WITH lot, shared, bid, firm, [firm.id, bid.id, file.id, shared.id] AS walk
    WITH lot, shared, collect(DISTINCT firm) AS firms, collect(DISTINCT bid.id) AS bids, collect(DISTINCT walk) AS walks
    WHERE size([firm IN firms WHERE NOT any(other IN firms WHERE EXISTS { (firm)-[:BRANCH_OF]->(other) })]) > 1
    RETURN collect({firms: [firm IN firms | firm.id], bids: bids, walks: walks, values: {}}) AS hits
}
RETURN tested, hits
