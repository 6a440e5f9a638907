// reads: whom something about a project concerns: owners and those who serve, {id} a row; $project, $now; constraint project_id
MATCH (project:Project {id: $project})<-[:OWNS]-(owner:Company)
RETURN owner.id AS id
UNION
MATCH (project:Project {id: $project})-[:SERVED_BY]->(service:AgencyService)<-[part:MEMBER_OF]-(member:Person)
WHERE coalesce(service.state <> 'ENDED', true) AND coalesce(part.to >= date($now), true)
RETURN member.id AS id
