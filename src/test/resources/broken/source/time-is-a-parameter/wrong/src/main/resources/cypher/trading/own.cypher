// Reads lots opened by now.
MATCH (l:Lot) WHERE l.openedAt < datetime() RETURN l
