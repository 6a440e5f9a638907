// Reads one lot; uses the id constraint.
MATCH (l:Lot {id: $id}) RETURN l
