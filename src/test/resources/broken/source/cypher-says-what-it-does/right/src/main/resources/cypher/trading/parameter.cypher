// Reads one lot by $id; uses the id constraint.
MATCH (l:Lot {id: $id}) RETURN l
