// reads: files of bids in a lot that name a rival or bear its seal; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[:HAS_DOCUMENT]->(:BidDocument)
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[:HAS_DOCUMENT]->(file:BidDocument)-[mark:MENTIONS|SEALED_BY]->(rival:Company)
    MATCH (bid)<-[:SUBMITTED]-(firm:Company)
    MATCH (rival)-[:SUBMITTED]->(other:Bid)-[:FOR_LOT]->(lot)
    WHERE rival <> firm AND NOT EXISTS { (rival)-[:JOINED]->(bid) } AND NOT EXISTS { (rival)-[:BRANCH_OF]-(firm) }
    WITH firm, rival, bid, other, collect(DISTINCT file) AS files, collect(DISTINCT coalesce(mark.kind, type(mark))) AS kinds, min(mark.page) AS page
    RETURN collect({
        firms: [firm.id, rival.id],
        bids: [bid.id, other.id],
        walks: [file IN files | [firm.id, bid.id, file.id, rival.id]],
        values: {kinds: kinds, page: page}
    }) AS hits
}
RETURN tested, hits
