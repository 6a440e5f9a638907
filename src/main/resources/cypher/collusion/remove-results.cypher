// writes: takes away at most $most results of a BiddingMarket ($run): removed; constraints lot_screens_run_id and its kin
CALL () {
  MATCH (found:LotScreens)
  WHERE found.run = $run AND found.id IS NOT NULL
  RETURN found
  LIMIT $most
  UNION ALL
  MATCH (found:BidderScore)
  WHERE found.run = $run AND found.id IS NOT NULL
  RETURN found
  LIMIT $most
  UNION ALL
  MATCH (found:BiddingPair)
  WHERE found.run = $run AND found.id IS NOT NULL
  RETURN found
  LIMIT $most
  UNION ALL
  MATCH (found:BiddingGroup)
  WHERE found.run = $run AND found.id IS NOT NULL
  RETURN found
  LIMIT $most
}
WITH found
LIMIT $most
DETACH DELETE found
RETURN count(*) AS removed
