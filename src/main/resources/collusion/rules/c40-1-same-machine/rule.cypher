// reads: bids of a lot whose files were made on one machine: network card, processor and disk all equal; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[:HAS_DOCUMENT]->(file:BidDocument)
    WHERE COUNT { (file)-[:MADE_ON]->(part:Device) WHERE part.kind IN ['MAC', 'CPU', 'DISK'] } > 2
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[:HAS_DOCUMENT]->(file:BidDocument)
    MATCH (file)-[:MADE_ON]->(card:Device {kind: 'MAC'}), (file)-[:MADE_ON]->(chip:Device {kind: 'CPU'}), (file)-[:MADE_ON]->(disk:Device {kind: 'DISK'})
    WHERE NOT coalesce(card.publicTerminal, false) AND NOT coalesce(chip.publicTerminal, false) AND NOT coalesce(disk.publicTerminal, false)
    MATCH (bid)<-[:SUBMITTED]-(firm:Company)
    WITH card, chip, disk, collect(DISTINCT firm) AS firms, collect(DISTINCT bid.id) AS bids,
        collect(DISTINCT [firm.id, bid.id, file.id, card.id]) + collect(DISTINCT [firm.id, bid.id, file.id, chip.id])
            + collect(DISTINCT [firm.id, bid.id, file.id, disk.id]) AS walks
    WHERE size([firm IN firms WHERE NOT any(other IN firms WHERE EXISTS { (firm)-[:BRANCH_OF]->(other) })]) > 1
    RETURN collect({firms: [firm IN firms | firm.id], bids: bids, walks: walks, values: {}}) AS hits
}
RETURN tested, hits
