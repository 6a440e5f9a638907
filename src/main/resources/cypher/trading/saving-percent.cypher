// reads: percent by which an Award (this) lies below its lot's control price, one decimal; no row without either price; one step from this, no index
MATCH (this)<-[:AWARDED]-(lot:Lot)
WHERE lot.controlPrice > 0 AND this.amount IS NOT NULL
RETURN round(1000.0 * (lot.controlPrice - this.amount) / lot.controlPrice) / 10.0 AS value
