// reads: whether the graph has any region yet, as `found`; no parameters; by the label
MATCH (region:Region)
WITH region LIMIT 1
RETURN count(region) > 0 AS found
