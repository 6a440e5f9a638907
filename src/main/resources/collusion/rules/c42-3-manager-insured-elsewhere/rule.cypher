// reads: bids of a lot whose project manager another bidder pays the social insurance of; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[part:HANDLED_BY]->(person:Person)
    WHERE part.role = 'PROJECT_MANAGER' AND EXISTS { (person)-[:SOCIALLY_INSURED_BY]->(:Company) }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[part:HANDLED_BY]->(person:Person)-[tie:SOCIALLY_INSURED_BY]->(payer:Company)
    WHERE part.role = 'PROJECT_MANAGER' AND coalesce(tie.from <= date(lot.openedAt), true) AND coalesce(tie.to >= date(lot.openedAt), true)
    MATCH (bid)<-[:SUBMITTED]-(firm:Company)
    WHERE payer <> firm AND NOT EXISTS { (payer)-[:BRANCH_OF]-(firm) } AND NOT EXISTS { (payer)-[:JOINED]->(bid) }
        AND NOT EXISTS {
            (person)-[own:SOCIALLY_INSURED_BY]->(firm)
            WHERE coalesce(own.from <= date(lot.openedAt), true) AND coalesce(own.to >= date(lot.openedAt), true)
        }
    RETURN collect(DISTINCT {firms: [firm.id, payer.id], bids: [bid.id], walks: [[firm.id, bid.id, person.id, payer.id]], values: {}}) AS hits
}
RETURN tested, hits
