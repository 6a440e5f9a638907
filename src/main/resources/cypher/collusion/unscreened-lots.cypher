// reads: ids of the lots opened by $now that somebody bid for and of which a run ($run) has no screens, at most $most: lot; index lot_opened_at
MATCH (lot:Lot)
WHERE lot.openedAt <= $now
  AND NOT EXISTS { (lot)-[:SCREENED_AS]->(screens:LotScreens) WHERE screens.run = $run }
  AND EXISTS { (lot)<-[:FOR_LOT]-(bid:Bid) WHERE coalesce(bid.valid, true) AND bid.withdrawnAt IS NULL }
WITH lot
ORDER BY lot.openedAt DESC, lot.id
LIMIT $most
RETURN lot.id AS lot
