// reads: whether a person, or one merged into it, stands on a path of evidence that is held for a case; $person; constraint person_id
MATCH (person:Person {id: $person})<-[:MERGED_INTO*0..10]-(it)
WITH collect(it.id) AS ids
RETURN EXISTS {
    (matter:CollusionCase)-[:SUPPORTED_BY]->(evidence:Evidence)
    WHERE matter.legalHold AND any(id IN ids WHERE id IN evidence.nodes)
} AS held
