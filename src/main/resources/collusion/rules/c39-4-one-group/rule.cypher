// reads: bidders of a lot that belong to one business group at its opening; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE EXISTS { (bid)<-[:SUBMITTED]-(:Company) }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)-[part:MEMBER_OF]->(shared:BusinessGroup)
    WHERE coalesce(part.from <= date(lot.openedAt), true) AND coalesce(part.to >= date(lot.openedAt), true)
    WITH lot, shared, bid, firm, [bid.id, firm.id, shared.id] AS walk
    WITH lot, shared, collect(DISTINCT firm) AS firms, collect(DISTINCT bid.id) AS bids, collect(DISTINCT walk) AS walks
    WHERE size([firm IN firms WHERE NOT any(other IN firms WHERE EXISTS { (firm)-[:BRANCH_OF]->(other) })]) > 1
    RETURN collect({firms: [firm IN firms | firm.id], bids: bids, walks: walks, values: {}}) AS hits
}
RETURN tested, hits
