// Reads lots of today.
MATCH (l:Lot) WHERE l.day = date( ) RETURN l
