// reads: ids of the companies that a decision is about; $decision; constraint case_decision_id
MATCH (decision:CaseDecision {id: $decision})-[:RULES_ON]->(company:Company)
RETURN company.id AS company
