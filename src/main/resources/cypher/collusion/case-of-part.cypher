// reads: the id of the CollusionCase that a decision, a statement or a piece of evidence belongs to; $part; constraints case_decision_id, case_statement_id, evidence_id
OPTIONAL MATCH (decision:CaseDecision {id: $part})
OPTIONAL MATCH (answer:CaseStatement {id: $part})
OPTIONAL MATCH (evidence:Evidence {id: $part})
WITH coalesce(decision, answer, evidence) AS part
MATCH (part)<-[:DECIDED_BY|ANSWERED_BY|SUPPORTED_BY]-(matter:CollusionCase)
RETURN matter.id AS matter
