// Reads. Returns version, edition of the server's kernel: one row. No parameters. No index.
CALL dbms.components() YIELD name, versions, edition
WHERE name = 'Neo4j Kernel'
RETURN versions[0] AS version, edition
