// writes: a Meeting's corrected record; $meeting, $values (properties, null takes one away), $attendees (ids of who was there; null leaves them), $decisions (resolution, values, reassigned, department or null); constraints meeting_id, person_id, department_id
MATCH (m:Meeting {id: $meeting})
SET m += $values
WITH m
CALL (m) {
    WITH m
    WHERE $attendees IS NOT NULL
    OPTIONAL MATCH (m)<-[gone:ATTENDED {status: 'PRESENT'}]-(person:Person)
    WHERE NOT person.id IN $attendees
    DELETE gone
    WITH DISTINCT m
    UNWIND $attendees AS id
    MATCH (person:Person {id: id})
    MERGE (person)-[attended:ATTENDED]->(m)
    SET attended.status = 'PRESENT'
}
CALL (m) {
    UNWIND $decisions AS row
    MATCH (m)-[:DECIDED]->(r:Resolution {id: row.resolution})
    SET r += row.values
    WITH r, row
    WHERE row.reassigned
    OPTIONAL MATCH (r)-[old:ASSIGNED_TO]->(:Department)
    DELETE old
    WITH DISTINCT r, row
    MATCH (department:Department {id: row.department})
    CREATE (r)-[:ASSIGNED_TO]->(department)
}
