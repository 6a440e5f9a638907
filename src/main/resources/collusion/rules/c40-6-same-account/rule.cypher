// reads: bids of a lot whose securities, annual securities or premiums of guarantees one account paid; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE EXISTS { (bid)-[:SECURED_BY]->(paid:Deposit)-[:PAID_FROM]->(:BankAccount) WHERE coalesce(paid.form IN ['TRANSFER', 'CHEQUE'], true) }
        OR EXISTS { (bid)-[:SECURED_BY]->(:Deposit)-[:PREMIUM_PAID_FROM]->(:BankAccount) }
        OR EXISTS { (bid)-[:COVERED_BY]->(:AnnualDeposit)-[:PAID_FROM]->(:BankAccount) }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    CALL (lot) {
        // What a guarantor pays with is its own account: of guarantees the premium counts.
        MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[:SECURED_BY]->(security:Deposit)-[paid:PAID_FROM|PREMIUM_PAID_FROM]->(shared:BankAccount)
        WHERE type(paid) = 'PREMIUM_PAID_FROM' OR coalesce(security.form IN ['TRANSFER', 'CHEQUE'], true)
        RETURN bid, security.id AS security, shared
      UNION
        MATCH (lot)<-[:FOR_LOT]-(bid:Bid)-[:COVERED_BY]->(security:AnnualDeposit)-[:PAID_FROM]->(shared:BankAccount)
        RETURN bid, security.id AS security, shared
    }
    MATCH (bid)<-[:SUBMITTED]-(firm:Company)
    WITH lot, shared, bid, firm, [firm.id, bid.id, security, shared.id] AS walk
    WITH lot, shared, collect(DISTINCT firm) AS firms, collect(DISTINCT bid.id) AS bids, collect(DISTINCT walk) AS walks
    WHERE size([firm IN firms WHERE NOT any(other IN firms WHERE EXISTS { (firm)-[:BRANCH_OF]->(other) })]) > 1
    RETURN collect({firms: [firm IN firms | firm.id], bids: bids, walks: walks, values: {}}) AS hits
}
RETURN tested, hits
