// reads: whether a case that holds a CollusionSignal (this) as evidence was cleared, and none that holds it still stands; index evidence_source
OPTIONAL MATCH (evidence:Evidence {sourceId: this.id})<-[:SUPPORTED_BY]-(matter:CollusionCase)
RETURN coalesce(any(outcome IN collect(matter.outcome) WHERE outcome = 'CLEARED'), false)
    AND all(outcome IN collect(coalesce(matter.outcome, '')) WHERE outcome = 'CLEARED') AS value
