// writes: locks a Company and tells its name, its annual deposit of a year, and whether the viewer runs trades at the district's platform, {name, atCentre, deposit}; no row when there is no such company; $company, $year, $viewer, $now; constraints company_id, person_id
MATCH (company:Company {id: $company})
SET company.moving = true
WITH company
SET company.moving = null
WITH company
OPTIONAL MATCH (me:Person {id: $viewer.personId})
RETURN company.name AS name,
    EXISTS {
        (:TradingPlatform {tier: 'DISTRICT'})<-[post:TRADES_AT]-(me)
        WHERE coalesce(post.from <= date($now), true) AND coalesce(post.to >= date($now), true)
    } AS atCentre,
    head(COLLECT {
        MATCH (company)<-[:OF]-(deposit:AnnualDeposit {year: $year})
        WHERE deposit.status <> 'REFUNDED'
        RETURN deposit.depositNo
        LIMIT 1
    }) AS deposit
