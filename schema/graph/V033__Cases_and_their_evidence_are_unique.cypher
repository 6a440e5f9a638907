// Makes cases, evidence, links of custody, statements and decisions unique, and finds evidence by its source and cases by when companies were held to be suspected.
CREATE CONSTRAINT collusion_case_id IF NOT EXISTS FOR (n:CollusionCase) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT collusion_case_case_no IF NOT EXISTS FOR (n:CollusionCase) REQUIRE n.caseNo IS UNIQUE;
CREATE CONSTRAINT evidence_id IF NOT EXISTS FOR (n:Evidence) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT custody_event_id IF NOT EXISTS FOR (n:CustodyEvent) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT case_statement_id IF NOT EXISTS FOR (n:CaseStatement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT case_decision_id IF NOT EXISTS FOR (n:CaseDecision) REQUIRE n.id IS UNIQUE;
CREATE INDEX evidence_source IF NOT EXISTS FOR (n:Evidence) ON (n.sourceId);
CREATE INDEX collusion_case_suspected_at IF NOT EXISTS FOR (n:CollusionCase) ON (n.suspectedAt);
