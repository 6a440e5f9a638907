// writes: a SupervisionNotice to a Department; $values, $department, $project, $difficulty, $approval, $person (ids or null); constraints department_id, project_id, difficulty_id, approval_id, person_id
MATCH (department:Department {id: $department})
CREATE (n:SupervisionNotice)-[:ISSUED_TO]->(department)
SET n = $values
WITH n
CALL (n) {
    MATCH (p:Project {id: $project})
    CREATE (n)-[:ABOUT]->(p)
}
CALL (n) {
    MATCH (d:Difficulty {id: $difficulty})
    CREATE (n)-[:ABOUT]->(d)
}
CALL (n) {
    MATCH (a:Approval {id: $approval})
    CREATE (n)-[:ABOUT]->(a)
}
CALL (n) {
    MATCH (me:Person {id: $person})
    CREATE (n)-[:DONE_BY]->(me)
}
