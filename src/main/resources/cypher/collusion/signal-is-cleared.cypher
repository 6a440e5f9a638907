// reads: whether a case that holds what a CollusionSignal (this) says as evidence was cleared, and none that holds it still stands; index evidence_fact
OPTIONAL MATCH (evidence:Evidence {fact: this.fact})<-[:SUPPORTED_BY]-(matter:CollusionCase)
RETURN coalesce(any(outcome IN collect(matter.outcome) WHERE outcome = 'CLEARED'), false)
    AND all(outcome IN collect(coalesce(matter.outcome, '')) WHERE outcome = 'CLEARED') AS value
