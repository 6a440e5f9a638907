// writes: remembers that the digests of a channel, kind and period are made, {fresh} in one row, false when somebody made them; the other hubs wait until it is over; $key, $values (by, state, createdAt, nextAt), $by; constraint delivery_key
MERGE (round:Delivery {key: $key})
ON CREATE SET round += $values
WITH round, round.by = $by AS fresh
RETURN fresh
