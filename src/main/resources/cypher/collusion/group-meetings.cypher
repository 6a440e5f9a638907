// reads: opened lots in which at least two members of a BiddingGroup (this) bid, in order of opening, with the members' offers; $first, $now; expands from this, no index
MATCH (this)<-[:GROUPED_IN]-(member:Company)-[:SUBMITTED]->(bid:Bid)-[:FOR_LOT]->(lot:Lot)
WHERE lot.openedAt <= $now AND coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL
WITH this, lot, member
ORDER BY member.id
WITH this, lot, collect(DISTINCT member) AS bidders
WHERE size(bidders) > 1
WITH this, lot, bidders
ORDER BY lot.openedAt, lot.id
LIMIT $first
CALL (this, lot) {
  MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
  WHERE coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL
  // Of several rounds the last one counts.
  WITH this, lot, firm, bid
  ORDER BY bid.round DESC, bid.sequence DESC, bid.id DESC
  WITH this, lot, firm, head(collect(bid)) AS bid
  OPTIONAL MATCH (firm)-[grouped:GROUPED_IN]->(this)
  WITH firm, bid, grouped.place AS place, EXISTS {
    (lot)-[:AWARDED]->(award:Award)-[:TO]->(winner:Company)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL AND (winner = firm OR EXISTS { (winner)-[:JOINED]->(bid) })
  } AS won
  ORDER BY bid.price, firm.id
  RETURN collect({company: firm, place: place, price: bid.price, won: won}) AS offers
}
RETURN {
  lot: lot,
  bids: size(offers),
  bidders: bidders,
  offers: [offer IN offers WHERE offer.place IS NOT NULL | {
    company: offer.company,
    place: offer.place,
    price: offer.price,
    priceRank: CASE WHEN offer.price IS NULL THEN null ELSE size([other IN offers WHERE other.price < offer.price]) + 1 END,
    won: offer.won
  }],
  winners: COLLECT {
    MATCH (lot)-[:AWARDED]->(award:Award)-[:TO]->(winner:Company)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
    RETURN winner ORDER BY winner.id
  }
} AS value
