// writes: a person's consent unless the same holds already; $person, $values (id, code, purpose, notice, givenAt, createdAt, updatedAt); returns given; constraint person_id
MATCH (person:Person {id: $person})
WITH person, EXISTS {
    (person)-[:GAVE]->(held:Consent)
    WHERE held.purpose = $values.purpose AND held.notice = $values.notice AND held.withdrawnAt IS NULL
} AS held
CALL (person, held) {
    WITH person WHERE NOT held
    CREATE (person)-[:GAVE]->(consent:Consent)
    SET consent = $values
}
RETURN NOT held AS given
