// reads: how many kinds of lots each company won, over all lots opened by $now: name, value; index lot_opened_at
MATCH (firm:Company)
WHERE EXISTS { (firm)<-[:TO]-(:Award) }
CALL (firm) {
    MATCH (firm)<-[:TO]-(award:Award)<-[:AWARDED]-(other:Lot)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL AND other.openedAt <= $now AND other.category IS NOT NULL
        AND NOT EXISTS { (other)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm) WHERE EXISTS { (bid)<-[:JOINED]-(:Company) } }
    OPTIONAL MATCH (other)<-[:HAS_LOT]-(tender:Tender)
    RETURN count(DISTINCT other) AS lots, collect(DISTINCT other.category + coalesce('/' + tender.phase, '')) AS kinds
}
WITH lots, kinds
WHERE lots >= $limits.lots
RETURN 'kinds' AS name, toFloat(size(kinds)) AS value
