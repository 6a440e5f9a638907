// reads: what happened in a CollusionCase (this), in order; steps from this
CALL (this) {
    RETURN this.openedAt AS at, 'OPENED' AS kind, this.title AS text, null AS node
  UNION
    WITH this WHERE this.takenAt IS NOT NULL
    RETURN this.takenAt AS at, 'TAKEN' AS kind, null AS text, null AS node
  UNION
    WITH this WHERE this.closedAt IS NOT NULL
    RETURN this.closedAt AS at, 'CLOSED' AS kind, null AS text, null AS node
  UNION
    MATCH (this)-[:SUPPORTED_BY]->(evidence:Evidence)
    RETURN evidence.collectedAt AS at, 'EVIDENCE' AS kind, evidence.titleZh AS text, evidence.id AS node
  UNION
    MATCH (this)-[:ANSWERED_BY]->(answer:CaseStatement)-[:STATED_BY]->(company:Company)
    RETURN answer.createdAt AS at, 'STATEMENT' AS kind, company.name AS text, answer.id AS node
  UNION
    MATCH (this)-[:ANSWERED_BY]->(answer:CaseStatement)-[:STATED_BY]->(company:Company)
    WHERE answer.assessedAt IS NOT NULL
    RETURN answer.assessedAt AS at, 'ASSESSED' AS kind, company.name AS text, answer.id AS node
  UNION
    MATCH (this)-[:LED_TO]->(talk:Interview)
    RETURN coalesce(talk.heldAt, talk.plannedAt) AS at, 'INTERVIEW' AS kind, talk.interviewNo AS text, talk.id AS node
  UNION
    MATCH (this)-[:DECIDED_BY]->(decision:CaseDecision)
    RETURN coalesce(decision.decidedAt, decision.proposedAt) AS at, 'DECISION' AS kind, decision.docNo AS text, decision.id AS node
  UNION
    MATCH (this)-[:LED_TO]->(kept:Forfeiture)
    RETURN kept.createdAt AS at, 'FORFEITURE' AS kind, kept.decisionNo AS text, kept.id AS node
}
WITH at, kind, text, node
WHERE at IS NOT NULL
RETURN {at: at, kind: kind, text: text, node: node} AS value
ORDER BY at, kind, node
LIMIT 200
