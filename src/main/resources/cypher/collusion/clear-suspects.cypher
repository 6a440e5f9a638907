// writes: lifts from companies that they are held to be suspected in a case; $case, $companies, $at; constraints collusion_case_id, company_id
MATCH (matter:CollusionCase {id: $case})<-[suspicion:SUSPECTED_IN]-(company:Company)
WHERE company.id IN $companies
MERGE (company)-[clearing:CLEARED_IN]->(matter)
SET clearing.at = $at
DELETE suspicion
