// writes: holds companies to be suspected in a case, who are not cleared in it any more; $case, $companies, $at; constraints collusion_case_id, company_id
MATCH (matter:CollusionCase {id: $case})
UNWIND $companies AS id
MATCH (company:Company {id: id})
MERGE (company)-[suspicion:SUSPECTED_IN]->(matter)
SET suspicion.at = $at
WITH matter, company
MATCH (company)-[clearing:CLEARED_IN]->(matter)
DELETE clearing
