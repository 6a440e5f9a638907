// Writes the instant.
MATCH (l:Lot) SET l.at = datetime.transaction(), l.ms = timestamp()
