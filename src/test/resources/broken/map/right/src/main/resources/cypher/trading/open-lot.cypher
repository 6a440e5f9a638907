// Writes the opening of a lot.
MATCH (l:Lot {id: $id}) SET l.openedAt = $now
