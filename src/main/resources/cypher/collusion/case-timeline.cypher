// reads: what happened in a CollusionCase (this), in order, with words in both languages and codes (list:code) that are told after them; steps from this
CALL (this) {
    RETURN this.openedAt AS at, 'OPENED' AS kind, 1 AS rank, this.title AS zh, this.title AS en, [] AS codes, null AS node
  UNION
    // What a merge of two people found on both stays with the one that went.
    MATCH (this)<-[charge:IN_CHARGE_OF|WAS_IN_CHARGE_OF|WAS]-(officer)
    WHERE type(charge) <> 'WAS' OR (charge.wasType IN ['IN_CHARGE_OF', 'WAS_IN_CHARGE_OF'] AND NOT charge.wasMoved)
    RETURN coalesce(charge.from, this.takenAt) AS at, 'TAKEN' AS kind, 2 AS rank, officer.name AS zh, officer.name AS en, [] AS codes,
        officer.id AS node
  UNION
    MATCH (this)-[:SUPPORTED_BY]->(evidence:Evidence)
    RETURN evidence.collectedAt AS at, 'EVIDENCE' AS kind, 3 AS rank, evidence.titleZh AS zh, evidence.titleEn AS en, [] AS codes,
        evidence.id AS node
  UNION
    MATCH (this)-[:ANSWERED_BY]->(answer:CaseStatement)-[:STATED_BY]->(company:Company)
    RETURN answer.createdAt AS at, 'STATEMENT' AS kind, 4 AS rank, company.name AS zh, company.name AS en, [] AS codes, answer.id AS node
  UNION
    MATCH (this)-[:ANSWERED_BY]->(answer:CaseStatement)-[:STATED_BY]->(company:Company)
    WHERE answer.assessedAt IS NOT NULL
    RETURN answer.assessedAt AS at, 'ASSESSED' AS kind, 5 AS rank, company.name AS zh, company.name AS en, [] AS codes, answer.id AS node
  UNION
    MATCH (this)-[:LED_TO]->(talk:Interview)
    RETURN coalesce(talk.heldAt, talk.plannedAt) AS at, 'INTERVIEW' AS kind, 6 AS rank, talk.interviewNo AS zh, talk.interviewNo AS en,
        ['interview-status:' + talk.status] AS codes, talk.id AS node
  UNION
    MATCH (this)-[:DECIDED_BY]->(decision:CaseDecision)
    RETURN coalesce(decision.decidedAt, decision.proposedAt) AS at, 'DECISION' AS kind, 7 AS rank, decision.docNo AS zh, decision.docNo AS en,
        ['collusion-case-status:' + decision.outcome, 'case-decision-status:' + decision.status] AS codes, decision.id AS node
  UNION
    MATCH (this)-[:LED_TO]->(kept:Forfeiture)
    RETURN kept.createdAt AS at, 'FORFEITURE' AS kind, 8 AS rank, kept.decisionNo AS zh, kept.decisionNo AS en,
        ['forfeiture-status:' + kept.status] AS codes, kept.id AS node
  UNION
    MATCH (this)<-[was:WAS]-(gone:Merged)-[:MERGED_INTO]->(company)
    WHERE was.wasType = 'LOOKS_AT'
    MATCH (company)<-[change:CHANGED]-()
    WHERE any(i IN range(0, size(change.fields) - 1) WHERE change.fields[i] = 'duplicate' AND change.after[i] = '=' + gone.id)
    WITH gone, company, max(change.at) AS at
    RETURN at, 'MERGED' AS kind, 9 AS rank, gone.name + ' → ' + company.name AS zh, gone.name + ' → ' + company.name AS en,
        [] AS codes, company.id AS node
  UNION
    WITH this WHERE this.closedAt IS NOT NULL
    RETURN this.closedAt AS at, 'CLOSED' AS kind, 10 AS rank, null AS zh, null AS en, [] AS codes, null AS node
}
WITH at, kind, rank, zh, en, codes, node
WHERE at IS NOT NULL
RETURN {at: at, kind: kind, textZh: zh, textEn: en, codes: [code IN codes WHERE code IS NOT NULL], node: node} AS value
ORDER BY at, rank, node
LIMIT 1000
