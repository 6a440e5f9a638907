// reads: bidders of a lot whose people looked at it or at its files before the opening; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE EXISTS { (:AccessRecord)-[:ACCESSED]->(lot) } OR EXISTS { (:AccessRecord)-[:ACCESSED]->(:BidDocument)<-[:HAS_DOCUMENT]-(:Bid)-[:FOR_LOT]->(lot) }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    CALL (lot) {
        MATCH (entry:AccessRecord)-[:ACCESSED]->(lot)
        RETURN entry, null AS file
      UNION
        MATCH (entry:AccessRecord)-[:ACCESSED]->(file:BidDocument)<-[:HAS_DOCUMENT]-(:Bid)-[:FOR_LOT]->(lot)
        RETURN entry, file
    }
    WITH lot, entry, file
    WHERE entry.at < lot.openedAt AND coalesce(entry.action, 'VIEW') IN ['VIEW', 'DOWNLOAD', 'EXPORT', 'PRINT', 'DECRYPT']
    MATCH (entry)-[:ACCESSED_BY]->(shared:Person)
    OPTIONAL MATCH (file)<-[:HAS_DOCUMENT]-(:Bid)<-[:SUBMITTED]-(holder:Company)
    OPTIONAL MATCH (shared)-[:WORKS_FOR|OFFICER_OF|LEGAL_REP_OF]->(firm:Company)-[:SUBMITTED]->(:Bid)-[:FOR_LOT]->(lot)
    WITH lot, entry, file, shared, holder, firm
    WHERE file IS NOT NULL AND (firm IS NULL OR firm <> holder) OR firm IS NOT NULL AND file IS NULL
    WITH shared, collect(DISTINCT coalesce(firm, holder)) AS firms, collect(DISTINCT entry.id) AS entries, collect(DISTINCT file.id) AS files
    WHERE size(firms) > 0
    RETURN collect({firms: [firm IN firms | firm.id], bids: [], walks: [[shared.id] + entries + files], values: {entries: size(entries)}}) AS hits
}
RETURN tested, hits
