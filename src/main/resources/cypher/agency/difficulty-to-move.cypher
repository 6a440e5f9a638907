// writes: locks a Difficulty and tells what its next step depends on, one row; none when there is no such; $difficulty, $department (or null), $viewer, $now; constraints difficulty_id, department_id
MATCH (d:Difficulty {id: $difficulty})
// Locked before it is read, or two could move it at once.
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
        WHERE me.id = $viewer.personId AND coalesce(post.to >= date($now), true)
    } AS mine
