// writes: that a served Project was looked at this week; {project, served} in one row; $id, $project, $values, $person; constraints supervision_id, project_id, person_id
OPTIONAL MATCH (project:Project {id: $project})
WITH project, EXISTS { (project)-[:SERVED_BY]->(:AgencyService {state: 'SIGNED'}) } AS served
CALL (project, served) {
    WITH project, served
    WHERE served
    MERGE (s:Supervision {id: $id})
    ON CREATE SET s.createdAt = $values.at
    SET s += $values
    MERGE (s)-[:CHECKED]->(project)
    WITH s
    OPTIONAL MATCH (s)-[old:DONE_BY]->(:Person)
    DELETE old
    WITH DISTINCT s
    MATCH (me:Person {id: $person})
    CREATE (s)-[:DONE_BY]->(me)
}
RETURN project IS NOT NULL AS project, served
