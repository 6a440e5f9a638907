// Reads. Returns before, beforeChecksum, after, afterChecksum, fingerprint: one row for each step of the graph's chain of migrations. No parameters. No index: the chain is a few nodes.
MATCH (before:__Neo4jMigration)-[:MIGRATED_TO]->(after:__Neo4jMigration)
RETURN before.version AS before,
       before.checksum AS beforeChecksum,
       after.version AS after,
       after.checksum AS afterChecksum,
       after.lianshuFingerprint AS fingerprint
