// writes: ends a person's consents for a purpose; $person, $purpose, $now; returns withdrawn (how many held until now); constraint person_id
MATCH (person:Person {id: $person})-[:GAVE]->(consent:Consent)
WHERE consent.purpose = $purpose AND consent.withdrawnAt IS NULL
SET consent.withdrawnAt = $now, consent.updatedAt = $now
RETURN count(consent) AS withdrawn
