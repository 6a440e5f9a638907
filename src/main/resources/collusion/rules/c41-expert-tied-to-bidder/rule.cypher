// reads: bidders of a lot for which a member of its committee works, or that one leads or owns; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE EXISTS { (lot)<-[:JUDGED]-(:Committee)<-[:SAT_ON]-(:Person) }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:JUDGED]-(committee:Committee)<-[:SAT_ON]-(shared:Person)
    MATCH (shared)-[tie:WORKS_FOR|LEGAL_REP_OF|OFFICER_OF|SHAREHOLDER_OF|SOCIALLY_INSURED_BY]->(firm:Company)-[:SUBMITTED]->(bid:Bid)-[:FOR_LOT]->(lot)
    WHERE coalesce(tie.from <= date(lot.openedAt), true) AND coalesce(tie.to >= date(lot.openedAt), true)
    WITH firm, committee, shared, collect(DISTINCT bid.id) AS bids
    RETURN collect({firms: [firm.id], bids: bids, walks: [[firm.id, shared.id, committee.id]], values: {}}) AS hits
}
RETURN tested, hits
