// reads: bids of a lot whose files or priced bills were found alike; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE EXISTS { (bid)-[:SIMILAR_TO]-(:Bid) } OR EXISTS { (bid)-[:HAS_DOCUMENT]->(file:BidDocument) WHERE file.simhash IS NOT NULL }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(one:Bid)-[alike:SIMILAR_TO]->(two:Bid)-[:FOR_LOT]->(lot)
    WHERE coalesce(alike.text >= $limits.text, false) OR coalesce(alike.boq >= $limits.boq, false)
    MATCH (one)<-[:SUBMITTED]-(a:Company), (two)<-[:SUBMITTED]-(b:Company)
    WHERE a <> b AND NOT EXISTS { (a)-[:BRANCH_OF]-(b) }
    RETURN collect(DISTINCT {
        firms: [a.id, b.id],
        bids: [one.id, two.id],
        walks: [[a.id, one.id, two.id, b.id]],
        values: {text: alike.text, boq: alike.boq, price: alike.price}
    }) AS hits
}
RETURN tested, hits
