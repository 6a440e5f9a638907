// reads: whether a lot's bidders had fewer days from the notice to the deadline than are due; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    OPTIONAL MATCH (lot)<-[:HAS_LOT]-(tender:Tender)
    WHERE coalesce(tender.procurementMethod, 'OPEN') IN ['OPEN', 'INVITED']
    WITH lot, min(tender.noticeOn) AS notice
    RETURN duration.inDays(notice, date(lot.bidDeadline)).days AS days
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE bid.withdrawnAt IS NULL
    WITH lot, firm, bid
    ORDER BY bid.id
    RETURN collect(DISTINCT firm.id) AS firms, collect(DISTINCT bid.id) AS bids, collect(DISTINCT [firm.id, bid.id, lot.id]) AS walks
}
RETURN CASE WHEN days IS NULL THEN 0 ELSE size(bids) END AS tested,
    CASE WHEN days < $limits.days AND size(bids) > 0 THEN [{firms: firms, bids: bids, walks: walks, values: {days: days}}] ELSE [] END AS hits
