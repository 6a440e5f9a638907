// Lots are held against the rules once more, so that signals of before have the fact by which they are found.
MATCH (run:RuleRun) SET run.fingerprint = '';
