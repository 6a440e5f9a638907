// Reads a lot; $id.
MERGE (lot:Lot {id: $id}) RETURN lot AS value
