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
    OPTIONAL MATCH (file)<-[:HAS_DOCUMENT]-(held:Bid)<-[:SUBMITTED]-(holder:Company)
    OPTIONAL MATCH (shared)-[:WORKS_FOR|OFFICER_OF|LEGAL_REP_OF]->(firm:Company)-[:SUBMITTED]->(bid:Bid)-[:FOR_LOT]->(lot)
    WITH lot, entry, file, held, shared, holder, firm, bid
    WHERE file IS NOT NULL AND (firm IS NULL OR firm <> holder) OR firm IS NOT NULL AND file IS NULL
    WITH shared, collect(DISTINCT coalesce(firm, holder)) AS firms, count(DISTINCT entry) AS entries,
        collect(DISTINCT CASE WHEN file IS NULL THEN [firm.id, bid.id, lot.id, entry.id, shared.id]
            ELSE [holder.id, held.id, file.id, entry.id, shared.id] END) AS walks
    RETURN collect({firms: [firm IN firms | firm.id], bids: [], walks: walks, values: {entries: entries}}) AS hits
}
RETURN tested, hits
