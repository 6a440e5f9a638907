// reads: ids of the departments that a person works for now: departments; $person, $now; constraint person_id
MATCH (person:Person {id: $person})
RETURN [(person)-[post:WORKS_FOR]->(department:Department)
    WHERE coalesce(post.from <= date($now), true) AND coalesce(post.to >= date($now), true) | department.id] AS departments
