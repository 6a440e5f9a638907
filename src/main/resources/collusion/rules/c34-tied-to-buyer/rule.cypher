// reads: bidders of a lot that hold a share in who buys, or the other way round; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE EXISTS { (lot)<-[:HAS_LOT]-(:Tender)-[:TENDERED_BY]->(:Company) }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:HAS_LOT]-(:Tender)-[:TENDERED_BY]->(buyer:Company)
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)-[tie:SHAREHOLDER_OF|CONTROLS|MANAGES]-(buyer)
    WHERE coalesce(tie.from <= date(lot.openedAt), true) AND coalesce(tie.to >= date(lot.openedAt), true)
    WITH firm, collect(DISTINCT bid.id) AS bids, collect(DISTINCT [firm.id, buyer.id]) AS walks
    RETURN collect({firms: [firm.id], bids: bids, walks: walks, values: {}}) AS hits
}
RETURN tested, hits
