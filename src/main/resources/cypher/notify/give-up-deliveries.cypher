// writes: deliveries that had all their attempts, or whose time is over, failed: {channel, failed} a row; $now, $attempts (most of them); index delivery_state
MATCH (delivery:Delivery {state: 'PENDING'})
WHERE delivery.nextAt <= $now AND (delivery.attempts >= $attempts OR delivery.expiresAt <= $now)
SET delivery.state = 'FAILED', delivery.updatedAt = $now
RETURN delivery.channel AS channel, count(delivery) AS failed
