// reads: experts who may judge a Lot, and how many of some people are there, one row {experts, known}; whoever works for, leads, owns or is insured by a party is left out; $lot, $sent (ids of people), $now; constraints lot_id, person_id
MATCH (lot:Lot {id: $lot})<-[:HAS_LOT]-(tender:Tender)
WITH COLLECT {
    MATCH (tender)-[:TENDERED_BY|AGENT]->(party)
    RETURN party.id AS id
  UNION
    MATCH (lot)<-[:FOR_LOT]-(:Bid)<-[:SUBMITTED|JOINED]-(party:Company)
    RETURN party.id AS id
} AS parties
RETURN COUNT { MATCH (person:Person) WHERE person.id IN $sent } AS known,
    COLLECT {
        MATCH (expert:Person {kind: 'EXPERT'})
        WHERE NOT expert.id IN $sent
            AND NOT EXISTS {
                (expert)-[:WORKS_FOR|LEGAL_REP_OF|OFFICER_OF|SHAREHOLDER_OF|SOCIALLY_INSURED_BY]->(party)
                WHERE party.id IN parties
            }
        RETURN expert.id
    } AS experts
