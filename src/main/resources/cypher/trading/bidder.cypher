// reads: how many of some Companies are there, and until when a company may not bid, one row; $company, $members (ids), $now; constraint company_id
MATCH (company:Company {id: $company})
RETURN COUNT { MATCH (member:Company) WHERE member.id IN $members } AS known,
    COLLECT {
        MATCH (company)<-[:BY]-(breach:Violation)
        WHERE breach.barredTo >= date($now)
        RETURN breach.barredTo
        ORDER BY breach.barredTo DESC
        LIMIT 1
    }[0] AS barredTo
