// reads: whose bid in which lot a Deposit secures; $deposit; constraint deposit_id
MATCH (deposit:Deposit {id: $deposit})<-[:SECURED_BY]-(bid:Bid)-[:FOR_LOT]->(lot:Lot)
RETURN lot.id AS lot, [(company:Company)-[:SUBMITTED]->(bid) | company.id] AS companies
