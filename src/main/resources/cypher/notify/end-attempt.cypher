// writes: what became of an attempt: SENT, FAILED, or PENDING until $nextAt; an attempt that lost its lease only tells of success; $key, $attempt, $state, $nextAt, $now; constraint delivery_key
MATCH (delivery:Delivery {key: $key})
WHERE delivery.state = 'PENDING' AND ($state = 'SENT' OR delivery.attempts = $attempt)
SET delivery.state = $state, delivery.nextAt = $nextAt, delivery.updatedAt = $now
