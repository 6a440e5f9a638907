// writes: an AgencyService for a Project that has none under way; {project, status, taken, busy} in one row; $values, $project, $person, $role, $from; constraints agency_service_id, project_id, person_id
OPTIONAL MATCH (project:Project {id: $project})
SET project.opening = true
WITH project
SET project.opening = null
WITH project,
    EXISTS { (:AgencyService {id: $values.id}) } AS taken,
    EXISTS { (project)-[:SERVED_BY]->(other:AgencyService) WHERE coalesce(other.state <> 'ENDED', true) } AS busy
CALL (project, taken, busy) {
    WITH project, taken, busy
    WHERE project IS NOT NULL AND NOT taken AND NOT busy
    CREATE (project)-[:SERVED_BY]->(service:AgencyService)
    SET service = $values
    WITH service
    MATCH (me:Person {id: $person})
    WHERE $role IS NOT NULL
    CREATE (me)-[:MEMBER_OF {role: $role, from: $from}]->(service)
}
RETURN project IS NOT NULL AS project, project.status AS status, taken, busy
