// writes: visits due in a week, fulfilled by what was made in it already, and who is to make them; {obligation, state, agents} a row; $rows (service, values), $from and $until (the week's bounds), $visitRoles, $now; constraints agency_service_id, visit_obligation_id
UNWIND $rows AS row
MATCH (service:AgencyService {id: row.service})
MERGE (o:VisitObligation {id: row.values.id})
ON CREATE SET o += row.values
MERGE (o)-[:DUE_UNDER]->(service)
WITH o, service
CALL (o, service) {
    MATCH (service)<-[:SERVED_BY]-(:Project)<-[:TO]-(visit:Visit)
    WHERE visit.occurredAt >= $from AND visit.occurredAt < $until AND coalesce(visit.state <> 'REJECTED', true)
    MERGE (visit)-[:FULFILS]->(o)
    SET o.state = CASE WHEN o.state = 'EXEMPT' THEN 'EXEMPT' ELSE 'DONE' END, o.updatedAt = $now
}
WITH DISTINCT o, service
RETURN o.id AS obligation, o.state AS state, COLLECT {
    MATCH (service)<-[part:MEMBER_OF]-(agent:Person)
    WHERE part.role IN $visitRoles AND coalesce(part.to >= date($now), true) AND coalesce(part.from <= date($now), true)
    RETURN DISTINCT agent.id
} AS agents
