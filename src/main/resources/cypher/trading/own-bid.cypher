// reads: the lot of a Bid that a company handed in, {lot} or no row; $bid, $company; constraints bid_id, company_id
MATCH (bid:Bid {id: $bid})-[:FOR_LOT]->(lot:Lot)
WHERE $company IN bid.bidders AND EXISTS { (bid)<-[:SUBMITTED]-(:Company {id: $company}) }
RETURN lot.id AS lot
