// reads: opened lots in which at least two members of a BiddingGroup (this) bid, in order of opening; $first, $now; expands from this, no index
MATCH (this)<-[:GROUPED_IN]-(member:Company)-[:SUBMITTED]->(bid:Bid)-[:FOR_LOT]->(lot:Lot)
WHERE lot.openedAt <= $now AND coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL
WITH lot, member
ORDER BY member.id
WITH lot, collect(DISTINCT member) AS bidders
WHERE size(bidders) > 1
WITH lot, bidders
ORDER BY lot.openedAt, lot.id
LIMIT $first
RETURN {
  lot: lot,
  bidders: bidders,
  winners: COLLECT {
    MATCH (lot)-[:AWARDED]->(award:Award)-[:TO]->(winner:Company)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
    RETURN winner ORDER BY winner.id
  }
} AS value
