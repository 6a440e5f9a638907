// writes: locks a Lot and tells what its next step depends on, one row; none when there is no such lot; $lot, $viewer, $now; constraints lot_id, person_id
MATCH (lot:Lot {id: $lot})
// Locked before it is read, or two could take the same step at once.
SET lot.moving = true
WITH lot
SET lot.moving = null
WITH lot
OPTIONAL MATCH (lot)<-[:HAS_LOT]-(tender:Tender)
OPTIONAL MATCH (tender)-[:RUN_AT]->(platform:TradingPlatform)
OPTIONAL MATCH (tender)<-[:PROCURED_BY]-(project:Project)
OPTIONAL MATCH (tender)-[:PRE_TENDERED_AS]->(filing:PreTender)
OPTIONAL MATCH (me:Person {id: $viewer.personId})
RETURN properties(lot) AS lot,
    properties(tender) AS tender,
    properties(platform) AS platform,
    project.id AS project,
    properties(filing) AS filing,
    properties(head([(lot)-[:TRADED_AS]->(deal:Trade) | deal])) AS trade,
    head(COLLECT { MATCH (place:TradingPlatform {tier: 'DISTRICT'}) RETURN place.id ORDER BY place.code LIMIT 1 }) AS place,
    EXISTS {
        (platform)<-[post:TRADES_AT]-(me)
        WHERE coalesce(post.from <= date($now), true) AND coalesce(post.to >= date($now), true)
    } AS mine,
    EXISTS {
        (tender)<-[:SUPERVISES]-(:Department)<-[post:WORKS_FOR]-(me)
        WHERE coalesce(post.from <= date($now), true) AND coalesce(post.to >= date($now), true)
    } OR ('SUPERVISOR' IN $viewer.roles AND NOT EXISTS { (tender)<-[:SUPERVISES]-(:Department) }) AS supervised,
    COLLECT {
        MATCH (tender)<-[:SUPERVISES]-(office:Department)
        RETURN office.id AS id
      UNION
        MATCH (tender)-[:TENDERED_BY]->(buyer)
        RETURN buyer.id AS id
    } AS concerned,
    COLLECT {
        MATCH (bid:Bid)-[:FOR_LOT]->(lot)
        RETURN bid {.id, .bidNo, .bidders, .invited, .declined, .withdrawnAt, .price, .rate, .valid, .rank, .updatedAt,
            tenderer: head([(bid)<-[:SUBMITTED]-(company:Company) | company.id]),
            deposits: [(bid)-[:SECURED_BY]->(deposit:Deposit) | deposit.id]}
    } AS bids,
    COLLECT {
        MATCH (lot)-[:AWARDED]->(award:Award)-[:TO]->(supplier:Company)
        RETURN award {.*, supplier: supplier.id, contract: head([(award)-[:CONTRACTED]->(contract:Contract) | contract.contractNo])}
        ORDER BY award.rank
    } AS awards,
    COLLECT {
        MATCH (notice:Notice)-[:ABOUT]->(lot)
        RETURN notice {.kind, .publishedAt, .periodDays}
      UNION
        MATCH (notice:Notice)-[:ABOUT]->(tender)
        RETURN notice {.kind, .publishedAt, .periodDays}
    } AS notices,
    COLLECT {
        MATCH (challenge:Objection|Complaint)-[:AGAINST]->(lot)
        RETURN challenge {.id, .stage, .outcome, .filedAt, .repliedAt, objection: challenge:Objection,
            filers: coalesce(challenge.filers, []) + [(challenge)-[:FILED_BY]->(filer:Company) | filer.id]}
      UNION
        MATCH (challenge:Objection|Complaint)-[:AGAINST]->(:Award)<-[:AWARDED]-(lot)
        RETURN challenge {.id, .stage, .outcome, .filedAt, .repliedAt, objection: challenge:Objection,
            filers: coalesce(challenge.filers, []) + [(challenge)-[:FILED_BY]->(filer:Company) | filer.id]}
    } AS challenges,
    COUNT { (lot)<-[:JUDGED]-(:Committee)<-[:SAT_ON]-(:Person) } AS committee,
    EXISTS { (project)-[:LISTED_IN]->(:KeyProjectList) } AS major,
    COLLECT {
        MATCH (project)-[:HAS_APPROVAL]->(done:Approval)-[:OF_ITEM]->(item:ApprovalItem)
        WHERE done.status IN ['11', '12'] AND (NOT coalesce(done.simulated, false) OR done.convertedAt IS NOT NULL)
        RETURN DISTINCT item.id
    } AS granted
