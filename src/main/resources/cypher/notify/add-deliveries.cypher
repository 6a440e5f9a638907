// writes: deliveries that wait to be sent; $rows (key and values of each); constraint delivery_key
UNWIND $rows AS row
MERGE (delivery:Delivery {key: row.key})
ON CREATE SET delivery += row.values
