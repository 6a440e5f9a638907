// reads: the sealed work address of a person, {sealed}; no row without one; $person; constraint person_id
MATCH (person:Person {id: $person})
WHERE person.emailEnc IS NOT NULL
RETURN person.emailEnc AS sealed
