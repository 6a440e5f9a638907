// writes: takes the places out of all visits that a person made; $person, $now; returns forgotten (visits); constraint person_id
MATCH (person:Person {id: $person})-[:MADE]->(visit:Visit)
WHERE visit.location IS NOT NULL
SET visit.location = null, visit.updatedAt = $now
RETURN count(visit) AS forgotten
