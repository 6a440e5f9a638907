// writes: an Approval's next step; $approval, $values (properties, null takes one away), $step (properties of the ApprovalStep), $at, $closes (whether the running stretch ends), $stretches (properties of those to be made), $desk, $officer, $by (ids or null); constraints approval_id, department_id, person_id
MATCH (a:Approval {id: $approval})
SET a += $values
CREATE (step:ApprovalStep)-[:STEP_OF]->(a)
SET step = $step
WITH a, step
OPTIONAL MATCH (a)-[:AT_DESK_OF]->(here:Department)
FOREACH (d IN CASE WHEN here IS NULL THEN [] ELSE [here] END | CREATE (step)-[:DONE_AT]->(d))
WITH a, step
OPTIONAL MATCH (by:Person {id: $by})
FOREACH (p IN CASE WHEN by IS NULL THEN [] ELSE [by] END | CREATE (step)-[:DONE_BY]->(p))
WITH a
CALL (a) {
    MATCH (a)-[:CLOCKED]->(i:ClockInterval)
    WHERE $closes AND i.to IS NULL
    SET i.to = $at
}
FOREACH (stretch IN $stretches |
    CREATE (a)-[:CLOCKED]->(i:ClockInterval)
    SET i = stretch
)
WITH a
CALL (a) {
    WITH a
    WHERE $desk IS NOT NULL
    OPTIONAL MATCH (a)-[old:AT_DESK_OF]->(:Department)
    DELETE old
    WITH DISTINCT a
    MATCH (desk:Department {id: $desk})
    CREATE (a)-[:AT_DESK_OF]->(desk)
}
CALL (a) {
    WITH a
    WHERE $officer IS NOT NULL OR $desk IS NOT NULL
    OPTIONAL MATCH (a)-[old:HANDLED_BY]->(:Person)
    DELETE old
    WITH DISTINCT a
    MATCH (officer:Person {id: $officer})
    CREATE (a)-[:HANDLED_BY]->(officer)
}
