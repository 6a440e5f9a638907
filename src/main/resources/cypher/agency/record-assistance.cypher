// writes: an AssistanceRecord; project, approval (whether they are there), and promised (days of the approval's item); $values, $project, $approval (or null), $person; constraints project_id, approval_id, person_id
OPTIONAL MATCH (project:Project {id: $project})
OPTIONAL MATCH (project)-[:HAS_APPROVAL]->(approval:Approval {id: $approval})
OPTIONAL MATCH (approval)-[:OF_ITEM]->(item:ApprovalItem)
WITH project, approval, item, project IS NOT NULL AND ($approval IS NULL OR approval IS NOT NULL) AS fits
CALL (project, approval, item, fits) {
    WITH project, approval, item, fits
    WHERE fits
    CREATE (record:AssistanceRecord)-[:FOR]->(project)
    SET record = $values, record.baselineDays = item.promisedDays
    FOREACH (a IN CASE WHEN approval IS NULL THEN [] ELSE [approval] END | CREATE (record)-[:FOR]->(a))
    WITH record
    MATCH (me:Person {id: $person})
    CREATE (record)-[:BY]->(me)
}
RETURN project IS NOT NULL AS project, fits
