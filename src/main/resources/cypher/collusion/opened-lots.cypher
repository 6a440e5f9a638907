// reads: ids of the lots opened by $now that somebody bid for: lot; index lot_opened_at
MATCH (lot:Lot)
WHERE lot.openedAt <= $now AND EXISTS { (lot)<-[:FOR_LOT]-(:Bid) }
RETURN lot.id AS lot
ORDER BY lot
