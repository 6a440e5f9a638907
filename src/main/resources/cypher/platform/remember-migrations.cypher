// Writes: the fingerprint of the files and of the chain that came of them, at the chain's end. Returns nothing. Parameters: $fingerprint. No index: the chain is a few nodes.
MATCH (newest:__Neo4jMigration)
WHERE NOT (newest)-[:MIGRATED_TO]->()
SET newest.lianshuFingerprint = $fingerprint
