// reads: companies met in opened lots by a Company (this), most first; $first, $openedFrom, $openedBefore, $now; expands from this, no index
MATCH (this)-[:SUBMITTED]->(:Bid)-[:FOR_LOT]->(lot:Lot)
WHERE lot.openedAt <= $now
  AND ($openedFrom IS NULL OR lot.openedAt >= $openedFrom)
  AND ($openedBefore IS NULL OR lot.openedAt < $openedBefore)
WITH DISTINCT this, lot
MATCH (lot)<-[:FOR_LOT]-(:Bid)<-[:SUBMITTED]-(other:Company)
WHERE other <> this /* and visible(other: Company) */
WITH this, other, collect(DISTINCT lot) AS lots
ORDER BY size(lots) DESC, other.id
LIMIT $first
UNWIND lots AS lot
WITH this, other, lot,
  EXISTS { (lot)-[:AWARDED]->(:Award {status: 'AWARDED'})-[:TO]->(this) } AS wonByThis,
  EXISTS { (lot)-[:AWARDED]->(:Award {status: 'AWARDED'})-[:TO]->(other) } AS wonByOther
WITH other,
  count(lot) AS lotsTogether,
  sum(CASE WHEN wonByThis THEN 1 ELSE 0 END) AS wonByThis,
  sum(CASE WHEN wonByOther THEN 1 ELSE 0 END) AS wonByOther,
  min(lot.openedAt) AS firstMetAt,
  max(lot.openedAt) AS lastMetAt
ORDER BY lotsTogether DESC, other.id
RETURN {
  company: other,
  lotsTogether: lotsTogether,
  wonByThis: wonByThis,
  wonByOther: wonByOther,
  firstMetAt: firstMetAt,
  lastMetAt: lastMetAt
} AS value
