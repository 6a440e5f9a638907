// writes: a Meeting with its attendees and decisions; $meeting (values), $attendees (ids), $decisions (values, difficulty, approval, project, department, each an id or null); constraints person_id, difficulty_id, approval_id, project_id, department_id; index meeting_template_kind
CREATE (m:Meeting)
SET m = $meeting
WITH m
CALL (m) {
    MATCH (template:MeetingTemplate {kind: m.kind})
    WHERE template.validFrom <= m.heldOn AND coalesce(template.validTo >= m.heldOn, true)
    WITH m, template
    ORDER BY template.validFrom DESC
    LIMIT 1
    CREATE (m)-[:USES]->(template)
}
CALL (m) {
    UNWIND $attendees AS id
    MATCH (person:Person {id: id})
    CREATE (person)-[:ATTENDED {status: 'PRESENT'}]->(m)
}
CALL (m) {
    UNWIND $decisions AS row
    CREATE (m)-[:DECIDED]->(r:Resolution)
    SET r = row.values
    WITH r, row
    CALL (r, row) {
        MATCH (d:Difficulty {id: row.difficulty})
        CREATE (r)-[:FOR]->(d)
    }
    CALL (r, row) {
        MATCH (a:Approval {id: row.approval})
        CREATE (r)-[:FOR]->(a)
    }
    CALL (r, row) {
        MATCH (p:Project {id: row.project})
        CREATE (r)-[:FOR]->(p)
    }
    CALL (r, row) {
        MATCH (department:Department {id: row.department})
        CREATE (r)-[:ASSIGNED_TO]->(department)
    }
}
