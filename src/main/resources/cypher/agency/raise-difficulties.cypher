// writes: new Difficulties, with their first step; raised; $rows (values, step, project, approval or null, visit or null), $person; constraints project_id, approval_id, visit_id, person_id
UNWIND $rows AS row
MATCH (project:Project {id: row.project})
CREATE (d:Difficulty)-[:ABOUT]->(project)
SET d = row.values
CREATE (step:DifficultyStep)-[:STEP_OF]->(d)
SET step = row.step
WITH d, step, row, project
CALL (d, row, project) {
    MATCH (project)-[:HAS_APPROVAL]->(approval:Approval {id: row.approval})
    CREATE (d)-[:ABOUT]->(approval)
}
CALL (d, row) {
    MATCH (visit:Visit {id: row.visit})
    CREATE (visit)-[:RAISED]->(d)
}
CALL (d, step) {
    MATCH (me:Person {id: $person})
    CREATE (d)-[:RAISED_BY]->(me), (step)-[:DONE_BY]->(me)
}
RETURN count(d) AS raised
