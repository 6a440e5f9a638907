// writes: takes the places out of visits that are older than the term, or made without the agent's consent; $before, $most (visits in one transaction), $now; returns forgotten; index visit_occurred_at for those that are old
MATCH (visit:Visit)
WHERE visit.location IS NOT NULL
    AND (coalesce(visit.occurredAt < $before, true)
        OR NOT EXISTS {
            (visit)<-[:MADE]-(:Person)-[:GAVE]->(consent:Consent)
            WHERE consent.purpose = 'VISIT_LOCATION'
                AND consent.givenAt <= visit.occurredAt
                AND consent.withdrawnAt IS NULL
        })
WITH visit
LIMIT $most
SET visit.location = null, visit.updatedAt = $now
RETURN count(visit) AS forgotten
