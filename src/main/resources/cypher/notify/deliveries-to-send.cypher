// reads: keys of what a channel is to send now, the longest waiting first, {key} a row; $channel, $now, $most; index delivery_state
MATCH (delivery:Delivery {state: 'PENDING'})
WHERE delivery.nextAt <= $now AND delivery.channel = $channel
RETURN delivery.key AS key
ORDER BY delivery.nextAt, key
LIMIT $most
