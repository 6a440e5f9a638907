// reads: the cases that hold a CollusionSignal (this) as evidence; index evidence_source
MATCH (evidence:Evidence {sourceId: this.id})<-[:SUPPORTED_BY]-(matter:CollusionCase)
RETURN DISTINCT matter AS value
LIMIT 10
