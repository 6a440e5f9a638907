// Reads the number of bids for this.
MATCH (this)<-[:FOR_LOT]-(b) RETURN count(b) AS value
