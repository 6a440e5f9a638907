// reads: how many of some Companies are there, until when a company may not bid, and whether a Lot's tender is its own or run by it, one row {known, barredTo, party}; $company, $members (ids), $lot, $now; constraints company_id, lot_id
MATCH (company:Company {id: $company})
RETURN COUNT { MATCH (member:Company) WHERE member.id IN $members } AS known,
    COLLECT {
        MATCH (company)<-[:BY]-(breach:Violation)
        WHERE breach.barredTo >= date($now)
        RETURN breach.barredTo
        ORDER BY breach.barredTo DESC
        LIMIT 1
    }[0] AS barredTo,
    EXISTS { (:Lot {id: $lot})<-[:HAS_LOT]-(:Tender)-[:TENDERED_BY|AGENT]->(company) } AS party
