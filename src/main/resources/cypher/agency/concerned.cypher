// reads: whom something about projects concerns: owners and those who serve, {id} a row; $projects (ids), $now; constraint project_id
UNWIND $projects AS id
MATCH (project:Project {id: id})<-[:OWNS]-(owner:Company)
RETURN owner.id AS id
UNION
UNWIND $projects AS id
MATCH (project:Project {id: id})-[:SERVED_BY]->(service:AgencyService)<-[part:MEMBER_OF]-(member:Person)
WHERE coalesce(service.state <> 'ENDED', true) AND coalesce(part.to >= date($now), true)
RETURN member.id AS id
