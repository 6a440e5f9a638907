// reads: bidders of a lot that a person of its agency leads, owns or works for; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE EXISTS { (lot)<-[:HAS_LOT]-(:Tender)-[:AGENT]->(:Company)<-[:WORKS_FOR|LEGAL_REP_OF|OFFICER_OF|SHAREHOLDER_OF]-(:Person) }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:HAS_LOT]-(:Tender)-[:AGENT]->(agency:Company)<-[:WORKS_FOR|LEGAL_REP_OF|OFFICER_OF|SHAREHOLDER_OF]-(shared:Person)
    MATCH (shared)-[tie:WORKS_FOR|LEGAL_REP_OF|OFFICER_OF|SHAREHOLDER_OF]->(firm:Company)-[:SUBMITTED]->(bid:Bid)-[:FOR_LOT]->(lot)
    WHERE coalesce(tie.from <= date(lot.openedAt), true) AND coalesce(tie.to >= date(lot.openedAt), true)
    WITH firm, agency, shared, collect(DISTINCT bid.id) AS bids
    RETURN collect({firms: [firm.id, agency.id], bids: bids, walks: [[firm.id, shared.id, agency.id]], values: {}}) AS hits
}
RETURN tested, hits
