// reads: pairs of companies that met in opened lots, most first; $first, $minLots, $openedFrom, $openedBefore, $now; index lot_opened_at
MATCH (lot:Lot)
WHERE lot.openedAt <= $now
  AND ($openedFrom IS NULL OR lot.openedAt >= $openedFrom)
  AND ($openedBefore IS NULL OR lot.openedAt < $openedBefore)
MATCH (lot)<-[:FOR_LOT]-(:Bid)<-[:SUBMITTED]-(company:Company)
WHERE true /* and visible(company: Company) */
WITH lot, collect(DISTINCT company) AS met
UNWIND met AS one
UNWIND met AS two
WITH lot, one, two
WHERE one.id < two.id
WITH one, two, count(lot) AS lotsTogether, min(lot.openedAt) AS firstMetAt, max(lot.openedAt) AS lastMetAt
WHERE lotsTogether >= $minLots
ORDER BY lotsTogether DESC, one.id, two.id
LIMIT $first
RETURN {
  first: one,
  second: two,
  lotsTogether: lotsTogether,
  firstMetAt: firstMetAt,
  lastMetAt: lastMetAt
} AS value
