// Reads one lot by id; uses the id constraint.
// Without the lot nothing comes back.
MATCH (l:Lot {id: $id}) RETURN l AS value
