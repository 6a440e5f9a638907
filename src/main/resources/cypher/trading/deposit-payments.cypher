// reads: securities that a bank holds and is to give back, by number, maps as DepositPayment; nothing of lots, bidders or days, or their number in a lot could be told; $viewer, $now; indexes deposit_status, annual_deposit_year; scans BenchmarkRate, of which there are some dozens
OPTIONAL MATCH (rate:BenchmarkRate {name: '活期存款利率'})
WHERE rate.asOf <= date($now)
WITH rate
ORDER BY rate.asOf DESC
LIMIT 1
WITH rate.rate AS percent
CALL () {
    MATCH (deposit:Deposit)<-[:SECURED_BY]-(bid:Bid)-[:FOR_LOT]->(lot:Lot)
    WHERE deposit.status IN ['RECEIVED', 'ORDERED']
        AND (deposit.status = 'ORDERED'
            OR (lot.endedAt IS NOT NULL AND NOT coalesce(lot.openedAt <= $now, false))
            OR coalesce(bid.withdrawnAt < lot.bidDeadline, false))
    RETURN deposit
  UNION ALL
    MATCH (deposit:AnnualDeposit) USING INDEX deposit:AnnualDeposit(year)
    WHERE deposit.year < date($now).year AND deposit.status = 'ORDERED'
    RETURN deposit
}
WITH percent, deposit
WHERE $viewer.companyId IS NOT NULL
    AND coalesce(deposit.heldBy = $viewer.companyId, true)
    AND deposit.depositNo IS NOT NULL
    AND NOT EXISTS {
        (decision:Forfeiture)-[:OF]->(deposit)
        WHERE decision.status IN ['PROPOSED', 'APPROVED']
    }
WITH percent, deposit,
    reduce(kept = 0, fen IN [(decision:Forfeiture {status: 'EXECUTED'})-[:OF]->(deposit) | decision.amount] | kept + fen) AS kept
ORDER BY deposit.depositNo
LIMIT 500
RETURN {
    depositNo: deposit.depositNo,
    amount: deposit.amount - kept,
    ordered: deposit.interest,
    fen: deposit.amount - kept,
    form: deposit.form,
    receivedAt: deposit.receivedAt,
    percent: percent,
    today: date($now)
} AS value
