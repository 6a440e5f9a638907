// writes: an Approval at its first status, with its step; known (ids of project, item and desk that exist) and fresh; $approval and $step (properties), $project, $item, $desk, $by; constraints approval_id, project_id, approval_item_id, department_id, person_id
OPTIONAL MATCH (project:Project {id: $project})
OPTIONAL MATCH (item:ApprovalItem {id: $item})
OPTIONAL MATCH (desk:Department {id: $desk})
OPTIONAL MATCH (already:Approval {id: $approval.id})
OPTIONAL MATCH (by:Person {id: $by})
CALL (project, item, desk, already, by) {
    WITH project, item, desk, already, by
    WHERE project IS NOT NULL AND item IS NOT NULL AND desk IS NOT NULL AND already IS NULL
    CREATE (project)-[:HAS_APPROVAL]->(a:Approval)-[:OF_ITEM]->(item), (a)-[:AT_DESK_OF]->(desk), (step:ApprovalStep)-[:STEP_OF]->(a)
    SET a = $approval, step = $step
    FOREACH (p IN CASE WHEN by IS NULL THEN [] ELSE [by] END | CREATE (step)-[:DONE_BY]->(p))
}
RETURN project.status AS projectStatus, project IS NOT NULL AS project, item IS NOT NULL AS item, desk IS NOT NULL AS desk, already IS NULL AS fresh
