// writes: takes a delivery for as long as a lease, {delivery} in one row with its attempts counted; no row when another hub has it or had it; $key, $now, $until (end of the lease); constraint delivery_key
MATCH (delivery:Delivery {key: $key})
// Locked before it is read, or two hubs could take it at once.
SET delivery.held = true
WITH delivery
SET delivery.held = null
WITH delivery
WHERE delivery.state = 'PENDING' AND delivery.nextAt <= $now
SET delivery.attempts = delivery.attempts + 1, delivery.nextAt = $until
RETURN properties(delivery) AS delivery
