// reads: number and hash of the last link of the chain of custody of evidence, or of the dossiers of a case; none before the first; $holder; constraints evidence_id, collusion_case_id
OPTIONAL MATCH (evidence:Evidence {id: $holder})
OPTIONAL MATCH (matter:CollusionCase {id: $holder})
WITH coalesce(evidence, matter) AS holder
MATCH (holder)-[:HELD_BY|EXPORTED_AS]->(link:CustodyEvent)
RETURN link.number AS number, link.hash AS hash
ORDER BY number DESC
LIMIT 1
