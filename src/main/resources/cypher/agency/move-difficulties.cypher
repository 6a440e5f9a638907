// writes: next steps of Difficulties; $rows (difficulty, values, step, department or null), $person; constraints difficulty_id, department_id, person_id
UNWIND $rows AS row
MATCH (d:Difficulty {id: row.difficulty})
SET d += row.values
CREATE (step:DifficultyStep)-[:STEP_OF]->(d)
SET step = row.step
WITH d, step, row
CALL (step) {
    MATCH (me:Person {id: $person})
    CREATE (step)-[:DONE_BY]->(me)
}
CALL (d, row) {
    WITH d, row
    WHERE row.department IS NOT NULL
    OPTIONAL MATCH (d)-[old:ASSIGNED_TO]->(:Department)
    DELETE old
    WITH DISTINCT d, row
    MATCH (department:Department {id: row.department})
    CREATE (d)-[:ASSIGNED_TO]->(department)
}
