// reads: securities of opened lots, and annual ones whose year is over, that are to be given back, those due first, maps as DepositToRefund; $viewer, $now; indexes deposit_status, annual_deposit_year, lot_status, person_id, calendar_day_date; scans TradingRule and BenchmarkRate, of which there are some dozens
OPTIONAL MATCH (rate:BenchmarkRate {name: '活期存款利率'})
WHERE rate.asOf <= date($now)
WITH rate
ORDER BY rate.asOf DESC
LIMIT 1
WITH rate.rate AS percent
CALL () {
    MATCH (deposit:Deposit {status: 'RECEIVED'})<-[:SECURED_BY]-(bid:Bid)-[:FOR_LOT]->(lot:Lot)<-[:HAS_LOT]-(tender:Tender)
    WHERE lot.openedAt <= $now
        AND ('SUPERVISOR' IN $viewer.roles OR EXISTS {
            (tender)-[:RUN_AT]->(:TradingPlatform)<-[post:TRADES_AT]-(me:Person {id: $viewer.personId})
            WHERE coalesce(post.from <= date($now), true) AND coalesce(post.to >= date($now), true)
        })
    WITH deposit, lot,
        head(COLLECT {
            MATCH (rule:TradingRule {kind: 'REFUND'})
            WHERE coalesce(rule.category = tender.category, true)
                AND coalesce(rule.validFrom <= date($now), true) AND coalesce(rule.validTo >= date($now), true)
            RETURN rule
            ORDER BY rule.category IS NULL
            LIMIT 1
        }) AS rule,
        CASE
            WHEN bid.withdrawnAt < lot.bidDeadline THEN date(bid.withdrawnAt)
            WHEN lot.endedAt IS NOT NULL THEN date(lot.endedAt)
            // Those who did not win a procurement need not wait for the contract.
            WHEN tender.category = 'PROCUREMENT' AND NOT EXISTS {
                (lot)-[:AWARDED]->(:Award {status: 'AWARDED'})-[:TO]->(:Company)-[:SUBMITTED]->(bid)
            } THEN date(head([(lot)-[:AWARDED]->(won:Award {status: 'AWARDED'}) | won.noticeAt]))
            ELSE head([(lot)-[:AWARDED]->(:Award {status: 'AWARDED'})-[:CONTRACTED]->(contract:Contract) | contract.signedOn])
        END AS began
    WHERE began IS NOT NULL
    RETURN deposit, lot, rule, began
  UNION ALL
    MATCH (security:AnnualDeposit) USING INDEX security:AnnualDeposit(year)
    WHERE security.year < date($now).year AND security.status = 'RECEIVED' AND security.validTo < date($now)
        AND ('SUPERVISOR' IN $viewer.roles OR EXISTS {
            (:TradingPlatform {tier: 'DISTRICT'})<-[post:TRADES_AT]-(me:Person {id: $viewer.personId})
            WHERE coalesce(post.from <= date($now), true) AND coalesce(post.to >= date($now), true)
        })
    WITH security
    WHERE NOT (EXISTS {
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
        })
    RETURN security AS deposit, null AS lot,
        head(COLLECT {
            MATCH (rule:TradingRule {kind: 'REFUND'})
            WHERE rule.category IS NULL
                AND coalesce(rule.validFrom <= date($now), true) AND coalesce(rule.validTo >= date($now), true)
            RETURN rule
            LIMIT 1
        }) AS rule,
        security.validTo AS began
}
CALL (rule, began) {
    UNWIND range(1, 40) AS n
    WITH rule, began + duration({days: n}) AS day
    OPTIONAL MATCH (known:CalendarDay {date: day})
    WITH rule, day, known
    WHERE rule IS NULL OR rule.unit <> 'WORKING_DAY' OR coalesce(known.working, day.dayOfWeek < 6)
    WITH rule, day
    ORDER BY day
    WITH rule, collect(day) AS days
    RETURN days[coalesce(toInteger(rule.value), 1) - 1] AS dueOn
}
WITH percent, deposit, lot, dueOn,
    reduce(kept = 0, fen IN [(decision:Forfeiture {status: 'EXECUTED'})-[:OF]->(deposit) | decision.amount] | kept + fen) AS kept,
    EXISTS {
        (decision:Forfeiture)-[:OF]->(deposit)
        WHERE decision.status IN ['PROPOSED', 'APPROVED']
    } AS pending
ORDER BY dueOn, deposit.depositNo
LIMIT 500
RETURN {
    deposit: CASE WHEN deposit:Deposit THEN deposit END,
    annualDeposit: CASE WHEN deposit:AnnualDeposit THEN deposit END,
    lot: lot,
    dueOn: dueOn,
    overdueDays: CASE WHEN dueOn < date($now) THEN duration.inDays(dueOn, date($now)).days ELSE 0 END,
    amount: deposit.amount - kept,
    forfeiturePending: pending,
    fen: deposit.amount - kept,
    form: CASE WHEN deposit:AnnualDeposit THEN coalesce(deposit.form, 'TRANSFER') ELSE deposit.form END,
    receivedAt: coalesce(deposit.receivedAt, head([(deposit:AnnualDeposit)-[paid:PAID_FROM]->(:BankAccount) | paid.at])),
    percent: percent,
    today: date($now)
} AS value
