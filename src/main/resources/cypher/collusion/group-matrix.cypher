// reads: for each member of a BiddingGroup (this) in how many opened lots it met each other, and what it bid for and won; $now; expands from this, no index
MATCH (this)<-[grouped:GROUPED_IN]-(member:Company)
WITH this, grouped.place AS place, member
ORDER BY place
LIMIT 100
CALL (member) {
  MATCH (member)-[:SUBMITTED]->(bid:Bid)-[:FOR_LOT]->(lot:Lot)
  WHERE lot.openedAt <= $now AND coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL
  WITH member, lot, collect(bid) AS bids
  CALL (member, lot, bids) {
    OPTIONAL MATCH (lot)-[:AWARDED]->(award:Award)-[:TO]->(winner:Company)
    WHERE award.status = 'AWARDED' AND award.renouncedAt IS NULL
      AND (winner = member OR any(bid IN bids WHERE EXISTS { (winner)-[:JOINED]->(bid) }))
    RETURN count(award) > 0 AS won, sum(award.amount) AS amount
  }
  RETURN collect({lot: lot.id, won: won, amount: amount}) AS entered
}
WITH collect({place: place, member: member, entered: entered}) AS members
CALL (members) {
  UNWIND members AS one
  UNWIND one.entered AS entry
  WITH entry.lot AS lot, collect(one.place) AS places
  UNWIND places AS row
  UNWIND places AS column
  WITH row, column, count(*) AS together, collect(CASE WHEN size(places) > 1 THEN lot END) AS shared
  WITH row, collect({column: column, together: together}) AS cells, head(collect(CASE WHEN row = column THEN shared END)) AS shared
  RETURN collect({row: row, cells: cells, shared: shared}) AS rows
}
UNWIND members AS one
WITH members, one, head([row IN rows WHERE row.row = one.place]) AS met
WITH members, one, met, [entry IN one.entered WHERE entry.lot IN coalesce(met.shared, [])] AS shared
RETURN {
  company: one.member,
  place: one.place,
  lots: size(one.entered),
  wins: size([entry IN one.entered WHERE entry.won]),
  wonAmount: reduce(sum = 0, entry IN one.entered | sum + entry.amount),
  sharedLots: size(shared),
  sharedWins: size([entry IN shared WHERE entry.won]),
  sharedWonAmount: reduce(sum = 0, entry IN shared | sum + entry.amount),
  together: [other IN members | coalesce(head([cell IN met.cells WHERE cell.column = other.place | cell.together]), 0)]
} AS value
ORDER BY one.place
