// reads: how many awarded lots each company bid for, and which share of them it won, over all lots opened by $now: name, value; index lot_opened_at
MATCH (firm:Company)
WHERE EXISTS { (firm)-[:SUBMITTED]->(:Bid) }
CALL (firm) {
    MATCH (firm)-[:SUBMITTED]->(bid:Bid)-[:FOR_LOT]->(other:Lot)
    WHERE other.openedAt <= $now AND coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL AND NOT EXISTS { (bid)<-[:JOINED]-(:Company) }
    WITH DISTINCT firm, other
    MATCH (other)-[:AWARDED]->(award:Award)-[:TO]->(won:Company)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
    WITH firm, other, collect(DISTINCT won) AS winners, count(DISTINCT award) AS awards
    WHERE size(winners) = 1 AND awards = 1
    RETURN count(other) AS lots, sum(CASE WHEN head(winners) = firm THEN 1 ELSE 0 END) AS wins
}
WITH lots, wins
WHERE lots > 0
UNWIND [{name: 'bids', value: toFloat(lots)}, {name: 'ratio', value: toFloat(wins) / lots}] AS row
RETURN row.name AS name, row.value AS value
