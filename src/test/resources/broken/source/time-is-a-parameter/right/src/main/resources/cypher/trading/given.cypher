// Reads lots opened by now; never datetime().
MATCH (l:Lot) WHERE l.openedAt < $now AND l.day = date($day) RETURN l
