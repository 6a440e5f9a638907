// reads: which share of the bids that each buyer received was rejected, over all lots opened by $now: name, value; index lot_opened_at
MATCH (buyer)<-[:TENDERED_BY]-(:Tender)
WITH DISTINCT buyer
CALL (buyer) {
    MATCH (buyer)<-[:TENDERED_BY]-(:Tender)-[:HAS_LOT]->(other:Lot)<-[:FOR_LOT]-(bid:Bid)
    WHERE other.openedAt <= $now AND bid.withdrawnAt IS NULL
    WITH DISTINCT bid
    RETURN count(bid) AS bids, sum(CASE WHEN bid.valid = false THEN 1 ELSE 0 END) AS rejected
}
WITH bids, rejected
WHERE bids >= $limits.bids
RETURN 'ratio' AS name, toFloat(rejected) / bids AS value
