// writes: a Person's part in an AgencyService, begun or ended; {service, person, held, since, state} in one row; $service, $person, $role, $from, $to (or null), $now; constraints agency_service_id, person_id
OPTIONAL MATCH (service:AgencyService {id: $service})
SET service.moving = true
WITH service
SET service.moving = null
WITH service
OPTIONAL MATCH (person:Person {id: $person})
OPTIONAL MATCH (person)-[part:MEMBER_OF {role: $role}]->(service)
WHERE coalesce(part.to >= date($now), true)
WITH service, person, head(collect(part)) AS part
CALL (service, person, part) {
    WITH service, person, part
    WHERE service IS NOT NULL AND person IS NOT NULL AND service.state <> 'ENDED' AND part IS NULL AND $to IS NULL
    CREATE (person)-[:MEMBER_OF {role: $role, from: $from}]->(service)
}
FOREACH (p IN CASE WHEN part IS NOT NULL AND $to IS NOT NULL THEN [part] ELSE [] END | SET p.to = $to)
FOREACH (s IN CASE WHEN service IS NULL THEN [] ELSE [service] END | SET s.updatedAt = $now)
RETURN service IS NOT NULL AS service, person IS NOT NULL AS person, part IS NOT NULL AS held, part.from AS since, service.state AS state
