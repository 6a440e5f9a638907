// writes: locks a Meeting with its decisions and tells how they are, one row {meeting, attendees, decisions (maps)}; none when there is no such; $meeting; constraint meeting_id
MATCH (m:Meeting {id: $meeting})
// Locked before it is read, or a decision could be carried out and become another at once.
SET m.moving = true
WITH m
SET m.moving = null
WITH m
CALL (m) {
    MATCH (m)-[:DECIDED]->(r:Resolution)
    SET r.moving = true
    WITH r
    SET r.moving = null
    WITH r
    RETURN collect({
        values: properties(r),
        difficulty: head(COLLECT { MATCH (r)-[:FOR]->(d:Difficulty) RETURN d.id }),
        department: head(COLLECT { MATCH (r)-[:ASSIGNED_TO]->(d:Department) RETURN d.id })
    }) AS decisions
}
RETURN properties(m) AS meeting,
    COLLECT { MATCH (m)<-[:ATTENDED {status: 'PRESENT'}]-(person:Person) RETURN person.id ORDER BY person.id } AS attendees,
    decisions
