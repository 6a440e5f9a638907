// reads: invitations to bid together in lots that take bids, of the viewer's company and by it, one map as BidInvitation a row; who is invited is told of no price and nobody else; $viewer, $now; index lot_status
MATCH (lot:Lot) USING INDEX lot:Lot(status)
WHERE lot.status = 'NOTICED' AND $viewer.companyId IS NOT NULL
MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(leader:Company)
WHERE bid.withdrawnAt IS NULL AND bid.invited IS NOT NULL
UNWIND bid.invited AS invited
WITH lot, bid, leader, invited
WHERE invited = $viewer.companyId OR $viewer.companyId = head(bid.bidders)
MATCH (company:Company {id: invited})
RETURN {
    bid: bid.id,
    lot: lot,
    leader: leader,
    company: company,
    joined: CASE WHEN invited IN bid.bidders THEN true WHEN invited IN bid.declined THEN false END
} AS value
ORDER BY lot.bidDeadline, bid.id, company.id
LIMIT 50
