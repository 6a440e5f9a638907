// Writes a lot; $id.
MATCH (lot:Lot {id: $id}) RETURN lot AS value
