// reads: which share of each company's bids was rejected, over all lots opened by $now: name, value; index lot_opened_at
MATCH (firm:Company)
WHERE EXISTS { (firm)-[:SUBMITTED|JOINED]->(:Bid) }
CALL (firm) {
    MATCH (firm)-[:SUBMITTED|JOINED]->(bid:Bid)-[:FOR_LOT]->(other:Lot)
    WHERE other.openedAt <= $now AND bid.withdrawnAt IS NULL
    WITH DISTINCT bid
    RETURN count(bid) AS bids, sum(CASE WHEN bid.valid = false THEN 1 ELSE 0 END) AS rejected
}
WITH bids, rejected
WHERE bids >= $limits.bids
RETURN 'ratio' AS name, toFloat(rejected) / bids AS value
