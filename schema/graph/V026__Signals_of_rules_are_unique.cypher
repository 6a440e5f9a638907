// Makes runs of rules, their results and signals unique, and finds the runs that count.
CREATE CONSTRAINT rule_run_id IF NOT EXISTS FOR (n:RuleRun) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT rule_result_id IF NOT EXISTS FOR (n:RuleResult) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT collusion_signal_id IF NOT EXISTS FOR (n:CollusionSignal) REQUIRE n.id IS UNIQUE;
CREATE INDEX rule_run_counts IF NOT EXISTS FOR (n:RuleRun) ON (n.counts);
