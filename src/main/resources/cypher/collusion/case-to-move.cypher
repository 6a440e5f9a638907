// writes: locks a CollusionCase and tells what its next step depends on, one row; none when there is no such case; $case; constraint collusion_case_id
MATCH (matter:CollusionCase {id: $case})
SET matter.moving = true
WITH matter
SET matter.moving = null
WITH matter
RETURN properties(matter) AS matter,
    [(matter)-[:CONCERNS]->(lot:Lot) | lot.id] AS lots,
    [(matter)-[:LOOKS_AT]->(company:Company) | {id: company.id, name: company.name}] AS companies,
    [(company:Company)-[:SUSPECTED_IN]->(matter) | company.id] AS suspected,
    [(matter)-[:SUPPORTED_BY]->(evidence:Evidence) | {source: evidence.sourceId, sha256: evidence.sha256, alone: CASE WHEN evidence.alone THEN [node IN evidence.nodes WHERE node STARTS WITH 'com_'] ELSE [] END}] AS evidence,
    COLLECT {
        MATCH (matter)-[:ANSWERED_BY]->(answer:CaseStatement)-[:STATED_BY]->(company:Company)
        RETURN {company: company.id, accepted: answer.accepted}
        ORDER BY answer.createdAt, answer.id
    } AS statements,
    [(matter)-[:LED_TO]->(talk:Interview)-[:WITH]->(company:Company) WHERE coalesce(talk.heldAt >= matter.openedAt, true)
        | {id: talk.id, status: talk.status, company: company.id}] AS interviews,
    [(matter)-[:LED_TO]->(talk:Interview) | talk.id] AS talks,
    [(matter)-[:LED_TO]->(kept:Forfeiture) | kept.status] AS forfeitures,
    [(matter)-[:DECIDED_BY]->(decision:CaseDecision) WHERE decision.status = 'PROPOSED' | decision.id] AS proposed,
    COUNT { (matter)-[:DECIDED_BY]->(:CaseDecision) } AS decisions,
    [(matter)<-[:IN_CHARGE_OF]-(officer:Person) | officer.id] AS officers,
    COUNT { (matter)<-[:WAS_IN_CHARGE_OF]-(:Person) } AS handedOn
