// writes: locks those of $signals, and tells the numbers of cases that are neither cleared nor closed and hold what they say as evidence; $signals; constraint collusion_signal_id, index evidence_fact
UNWIND $signals AS id
MATCH (signal:CollusionSignal {id: id})
SET signal.moving = true
WITH signal
SET signal.moving = null
WITH DISTINCT signal.fact AS fact
MATCH (evidence:Evidence {fact: fact})<-[:SUPPORTED_BY]-(matter:CollusionCase)
WHERE NOT matter.status IN ['CLEARED', 'CLOSED']
RETURN DISTINCT matter.caseNo AS number
ORDER BY number
