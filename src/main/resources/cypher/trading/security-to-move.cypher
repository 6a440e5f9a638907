// writes: locks a Deposit or AnnualDeposit and tells what its next step depends on, one row; none when there is no such security; $security, $viewer, $now; constraints deposit_id, annual_deposit_id, person_id; index lot_status
MATCH (security:Deposit|AnnualDeposit {id: $security})
SET security.moving = true
WITH security
SET security.moving = null
WITH security
OPTIONAL MATCH (security)<-[:SECURED_BY]-(bid:Bid)
OPTIONAL MATCH (me:Person {id: $viewer.personId})
RETURN CASE WHEN security:AnnualDeposit
        THEN security {.*, form: coalesce(security.form, 'TRANSFER'),
            receivedAt: coalesce(security.receivedAt, head([(security)-[paid:PAID_FROM]->(:BankAccount) | paid.at]))}
        ELSE properties(security) END AS security,
    security:AnnualDeposit AS annual,
    properties(bid) AS bid,
    head([(bid)-[:FOR_LOT]->(lot:Lot) | lot.id]) AS lot,
    head(COLLECT {
        MATCH (company:Company)-[:SUBMITTED]->(bid)
        RETURN company.id
      UNION
        MATCH (security)-[:OF]->(company:Company)
        RETURN company.id
    }) AS company,
    COLLECT {
        MATCH (decision:Forfeiture)-[:OF]->(security)
        RETURN decision {.id, .status, .amount}
    } AS forfeitures,
    EXISTS {
        (place:TradingPlatform {tier: 'DISTRICT'})<-[post:TRADES_AT]-(me)
        WHERE coalesce(post.from <= date($now), true) AND coalesce(post.to >= date($now), true)
    } AS atCentre,
    security:AnnualDeposit AND (EXISTS {
        // Any lot that was noticed in its year and is still sealed: which of them it stands for would tell who bids.
        MATCH (sealed:Lot) USING INDEX sealed:Lot(status)
        WHERE sealed.status = 'NOTICED' AND sealed.category = 'WORKS' AND sealed.endedAt IS NULL
            AND NOT coalesce(sealed.openedAt <= $now, false)
            AND EXISTS {
                (sealed)<-[:HAS_LOT]-(tender:Tender)
                WHERE coalesce(tender.noticeOn <= security.validTo, true)
            }
    } OR EXISTS {
        (security)<-[:COVERED_BY]-(covered:Bid)-[:FOR_LOT]->(lot:Lot)
        WHERE covered.withdrawnAt IS NULL AND lot.openedAt <= $now AND lot.endedAt IS NULL
            AND NOT EXISTS { (lot)-[:AWARDED]->(:Award)-[:CONTRACTED]->(:Contract) }
    }) AS bound,
    head(COLLECT {
        MATCH (rate:BenchmarkRate {name: '活期存款利率'})
        WHERE rate.asOf <= date($now)
        RETURN rate.rate
        ORDER BY rate.asOf DESC
        LIMIT 1
    }) AS percent
