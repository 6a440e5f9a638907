// reads: the limits within which annual deposits stand for bids today, and the one that a company has given, one row {least, most, docNo, deposit}, nulls where there is none; $company, $category, $subject, $now; constraint company_id; scans TradingThreshold, of which there are some dozens
MATCH (company:Company {id: $company})
WITH company, head(COLLECT {
    MATCH (limit:TradingThreshold {kind: 'ANNUAL_DEPOSIT'})
    WHERE coalesce(limit.category = $category, true) AND coalesce(limit.subject = $subject, true)
        AND coalesce(limit.validFrom <= date($now), true) AND coalesce(limit.validTo >= date($now), true)
    RETURN limit
    ORDER BY limit.category IS NULL, limit.subject IS NULL, limit.validFrom DESC, limit.id
    LIMIT 1
}) AS limit
RETURN limit IS NOT NULL AS limited,
    limit.min AS least,
    limit.max AS most,
    head([(limit)<-[:GOVERNS]-(policy:PolicyDocument) | policy.docNo]) AS docNo,
    head(COLLECT {
        MATCH (company)<-[:OF]-(deposit:AnnualDeposit {status: 'RECEIVED'})
        WHERE deposit.validFrom <= date($now) AND deposit.validTo >= date($now)
        RETURN deposit.id
        ORDER BY deposit.validFrom DESC
        LIMIT 1
    }) AS deposit
