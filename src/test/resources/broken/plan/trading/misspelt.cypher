// Reads a lot; $id.
MATCH (lot:Lot {id: $id}) RETRUN lot AS value
