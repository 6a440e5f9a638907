// writes: locks Difficulties and tells what their next steps depend on, a row for each that is there; $difficulties (ids, each once), $department (or null), $viewer, $now; constraints difficulty_id, department_id
UNWIND $difficulties AS id
MATCH (d:Difficulty {id: id})
// Locked before they are read, or two could move one at once; in one order, or two could wait for each other.
WITH d
ORDER BY d.id
SET d.moving = true
WITH d
SET d.moving = null
WITH d
OPTIONAL MATCH (d)-[:ASSIGNED_TO]->(department:Department)
RETURN properties(d) AS difficulty,
    department.id AS department,
    head(COLLECT { MATCH (d)-[:ABOUT]->(project:Project) RETURN project.id }) AS project,
    $department IS NULL OR EXISTS { (:Department {id: $department}) } AS known,
    EXISTS {
        (department)<-[post:WORKS_FOR]-(me:Person)
        WHERE me.id = $viewer.personId AND coalesce(post.to >= date($now), true) AND coalesce(post.from <= date($now), true)
    } AS mine
