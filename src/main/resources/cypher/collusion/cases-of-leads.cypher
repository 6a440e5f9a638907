// writes: locks $lots, and tells the numbers of cases but $case that are neither cleared nor closed and hold one of $facts as evidence; $lots (sorted, the same for everybody), $facts, $case; constraint lot_id, index evidence_fact
UNWIND $lots AS id
MATCH (lot:Lot {id: id})
SET lot.moving = true
WITH lot
SET lot.moving = null
WITH count(lot) AS locked
UNWIND $facts AS fact
MATCH (evidence:Evidence {fact: fact})<-[:SUPPORTED_BY]-(matter:CollusionCase)
WHERE matter.id <> $case AND NOT matter.status IN ['CLEARED', 'CLOSED']
RETURN DISTINCT matter.caseNo AS number
ORDER BY number
