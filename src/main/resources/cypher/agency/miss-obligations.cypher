// writes: visits of past weeks that nobody made are missed; missed; $before (the first day of this week), $now, $most; index visit_obligation_state
MATCH (o:VisitObligation {state: 'DUE'})
WHERE o.dueOn < $before
WITH o
LIMIT $most
SET o.state = 'MISSED', o.updatedAt = $now
RETURN count(o) AS missed
