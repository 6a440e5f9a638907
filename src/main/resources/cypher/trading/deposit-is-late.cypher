// reads: whether a Deposit (this) came in after its lot's deadline; no row while it has not come in; steps from this, no index
MATCH (this)<-[:SECURED_BY]-(:Bid)-[:FOR_LOT]->(lot:Lot)
WHERE this.receivedAt IS NOT NULL AND lot.bidDeadline IS NOT NULL
RETURN this.receivedAt > lot.bidDeadline AS value
