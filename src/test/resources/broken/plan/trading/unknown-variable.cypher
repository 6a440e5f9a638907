// Reads a lot; $id.
MATCH (lot:Lot {id: $id}) RETURN lots AS value
