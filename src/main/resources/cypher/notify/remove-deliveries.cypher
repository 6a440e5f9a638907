// writes: takes away what was made before a time, {removed} in one row; $before, $most; index delivery_created_at
MATCH (delivery:Delivery)
WHERE delivery.createdAt < $before
WITH delivery
LIMIT $most
DETACH DELETE delivery
RETURN count(*) AS removed
