// reads: bids of a lot whose files share one hardware component, and not all of network card, processor and disk; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[:HAS_DOCUMENT]->(:BidDocument)-[:MADE_ON]->(part:Device)
    WHERE part.kind IN ['MAC', 'CPU', 'DISK', 'MEMORY', 'BOARD']
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[:HAS_DOCUMENT]->(file:BidDocument)-[:MADE_ON]->(part:Device)
    WHERE part.kind IN ['MAC', 'CPU', 'DISK', 'MEMORY', 'BOARD'] AND NOT coalesce(part.publicTerminal, false)
    MATCH (bid)<-[:SUBMITTED]-(firm:Company)
    WITH part, collect(DISTINCT firm) AS firms, collect(DISTINCT bid) AS bids, collect(DISTINCT [firm.id, bid.id, file.id, part.id]) AS walks
    WHERE size([firm IN firms WHERE NOT any(other IN firms WHERE EXISTS { (firm)-[:BRANCH_OF]->(other) })]) > 1
    WITH firms, bids, walks, part
    WITH firms, collect(DISTINCT part.kind) AS kinds, collect(bids) AS allBids, collect(walks) AS allWalks
    WHERE NOT all(kind IN ['MAC', 'CPU', 'DISK'] WHERE kind IN kinds)
    RETURN collect({
        firms: [firm IN firms | firm.id],
        bids: [bid IN head(allBids) | bid.id],
        walks: reduce(all = [], some IN allWalks | all + some),
        values: {components: kinds}
    }) AS hits
}
RETURN tested, hits
