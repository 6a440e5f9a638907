// reads: the lot of a Bid to which a company was invited, {lot} or no row; $bid, $company; constraint bid_id
MATCH (bid:Bid {id: $bid})-[:FOR_LOT]->(lot:Lot)
WHERE $company IN bid.invited
RETURN lot.id AS lot
