// reads: whose bids in which lots a Deposit or an AnnualDeposit secures, one row a bid; $deposit; constraints deposit_id, annual_deposit_id
OPTIONAL MATCH (deposit:Deposit {id: $deposit})<-[:SECURED_BY]-(secured:Bid)
OPTIONAL MATCH (annual:AnnualDeposit {id: $deposit})<-[:COVERED_BY]-(covered:Bid)
WITH coalesce(secured, covered) AS bid
MATCH (bid)-[:FOR_LOT]->(lot:Lot)
RETURN lot.id AS lot, [(company:Company)-[:SUBMITTED|JOINED]->(bid) | company.id] AS companies
