// Finds evidence and signals by what they say, which is the same under every rule set; lots are held against the rules anew, as these have changed.
DROP INDEX evidence_source IF EXISTS;
CREATE INDEX evidence_fact IF NOT EXISTS FOR (n:Evidence) ON (n.fact);
CREATE INDEX collusion_signal_fact IF NOT EXISTS FOR (n:CollusionSignal) ON (n.fact);
