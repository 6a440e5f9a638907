// reads: the bids of those of some lots ($lots, ids) that are opened by $now, lot by lot: lot, openedAt, currency, category, phase, region, buyer, bidder, name, price, won (null without a winner), valid; constraint lot_id
UNWIND $lots AS id
MATCH (lot:Lot {id: id})
WHERE lot.openedAt <= $now
CALL (lot) {
  OPTIONAL MATCH (lot)<-[:HAS_LOT]-(tender:Tender)
  OPTIONAL MATCH (tender)-[:TENDERED_BY]->(buyer)
  OPTIONAL MATCH (tender)<-[:PROCURED_BY]-(:Project)-[:IN]->(region:Region)
  RETURN min(tender.phase) AS phase, min(buyer.id) AS buyer, min(region.id) AS region
}
CALL (lot) {
  OPTIONAL MATCH (lot)-[:AWARDED]->(award:Award)-[:TO]->(winner:Company)
  WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
  RETURN collect(winner.id) AS winners
}
MATCH (lot)<-[:FOR_LOT]-(bid:Bid)
CALL (bid) {
  OPTIONAL MATCH (bid)<-[:SUBMITTED]-(company:Company)
  RETURN company
  ORDER BY company.id
  LIMIT 1
}
RETURN lot.id AS lot, lot.openedAt AS openedAt, lot.currency AS currency, lot.category AS category, phase, region, buyer,
  company.id AS bidder, company.name AS name, bid.price AS price,
  CASE WHEN size(winners) > 0 THEN coalesce(company.id IN winners, false)
    OR EXISTS { (bid)<-[:JOINED]-(member:Company) WHERE member.id IN winners } END AS won,
  coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL AS valid
ORDER BY lot, bid.round, bid.sequence, bid.id
