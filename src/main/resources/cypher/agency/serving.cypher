// reads: who serves a project now, {id} a row; $project, $now; constraint project_id
MATCH (project:Project {id: $project})-[:SERVED_BY]->(service:AgencyService)<-[part:MEMBER_OF]-(member:Person)
WHERE coalesce(service.state <> 'ENDED', true) AND coalesce(part.to >= date($now), true)
RETURN DISTINCT member.id AS id
