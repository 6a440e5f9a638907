// reads: experts who may judge a Lot, how many of some people are there, and how many of these a bidder ties, one row {experts, known, tied}; whoever works for, leads, owns or is insured by the buyer, the agency or where a representative works is left out, once the lot is opened ($opened) of a bidder too, and who sits ($seated); $lot, $sent, $seated (ids of people), $opened; constraints lot_id, person_id
MATCH (lot:Lot {id: $lot})<-[:HAS_LOT]-(tender:Tender)
// Before the opening nothing here depends on who bids, or a draw would tell of it.
WITH tender, COLLECT {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED|JOINED]-(bidder:Company)
    WHERE $opened AND bid.withdrawnAt IS NULL
    RETURN DISTINCT bidder.id
} AS bidders
WITH bidders, bidders + COLLECT {
    MATCH (tender)-[:TENDERED_BY|AGENT]->(party)
    RETURN party.id AS id
  UNION
    MATCH (person:Person)-[:WORKS_FOR]->(party)
    WHERE person.id IN $sent
    RETURN party.id AS id
} AS parties
RETURN COUNT { MATCH (person:Person) WHERE person.id IN $sent } AS known,
    COUNT {
        MATCH (person:Person)
        WHERE person.id IN $sent AND EXISTS {
            (person)-[:WORKS_FOR|LEGAL_REP_OF|OFFICER_OF|SHAREHOLDER_OF|SOCIALLY_INSURED_BY]->(party)
            WHERE party.id IN bidders
        }
    } AS tied,
    COLLECT {
        MATCH (expert:Person {kind: 'EXPERT'})
        WHERE NOT expert.id IN $sent AND NOT expert.id IN $seated
            AND NOT EXISTS {
                (expert)-[:WORKS_FOR|LEGAL_REP_OF|OFFICER_OF|SHAREHOLDER_OF|SOCIALLY_INSURED_BY]->(party)
                WHERE party.id IN parties
            }
        RETURN expert.id
    } AS experts
