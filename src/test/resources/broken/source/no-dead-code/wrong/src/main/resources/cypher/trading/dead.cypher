// Reads one lot by id.
// MATCH (l:Lot) RETURN l
MATCH (l:Lot {id: $id}) RETURN l AS value
