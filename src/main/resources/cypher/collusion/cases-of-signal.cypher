// reads: the cases that hold what a CollusionSignal (this) says as evidence; index evidence_fact
MATCH (evidence:Evidence {fact: this.fact})<-[:SUPPORTED_BY]-(matter:CollusionCase)
RETURN DISTINCT matter AS value
LIMIT 10
