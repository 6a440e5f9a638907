// reads: bids of a lot with byte-equal files, or files of one author who changed them last as well; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[:HAS_DOCUMENT]->(file:BidDocument)
    WHERE coalesce(file.author, file.lastModifiedBy) IS NOT NULL
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[:HAS_DOCUMENT]->(file:BidDocument)
    MATCH (bid)<-[:SUBMITTED]-(firm:Company)
    WITH CASE WHEN file.author IS NOT NULL AND file.lastModifiedBy IS NOT NULL THEN file.author + ' / ' + file.lastModifiedBy END AS mark, bid, file, firm
    WHERE mark IS NOT NULL
    WITH mark, collect(DISTINCT firm) AS firms, collect(DISTINCT bid.id) AS bids, collect(DISTINCT [firm.id, bid.id, file.id]) AS walks
    WHERE size([firm IN firms WHERE NOT any(other IN firms WHERE EXISTS { (firm)-[:BRANCH_OF]->(other) })]) > 1
    RETURN collect({firms: [firm IN firms | firm.id], bids: bids, walks: walks, values: {mark: mark}}) AS hits
}
RETURN tested, hits
