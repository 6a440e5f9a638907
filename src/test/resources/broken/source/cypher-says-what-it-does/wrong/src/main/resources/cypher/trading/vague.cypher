// The lots there are.
MATCH (l:Lot) RETURN l
