// Writes: removes the lock that a migration killed half-way leaves behind. Returns nothing. No parameters. No index.
MATCH (lock:__Neo4jMigrationsLock)
DELETE lock
