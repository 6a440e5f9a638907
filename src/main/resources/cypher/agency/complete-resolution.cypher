// writes: an open Resolution is done, when the viewer works for the department that is to do it or is of the office; {meeting, status, may} in one row, none when there is no such; $resolution, $viewer, $office (whether by the office), $now; constraint resolution_id
MATCH (r:Resolution {id: $resolution})<-[:DECIDED]-(m:Meeting)
SET r.moving = true
WITH r, m
SET r.moving = null
WITH r, m, r.status AS status, $office OR EXISTS {
    (r)-[:ASSIGNED_TO]->(:Department)<-[post:WORKS_FOR]-(me:Person)
    WHERE me.id = $viewer.personId AND coalesce(post.to >= date($now), true) AND coalesce(post.from <= date($now), true)
} AS may
FOREACH (done IN CASE WHEN may AND status = 'OPEN' THEN [r] ELSE [] END | SET done.status = 'DONE', done.doneAt = $now)
RETURN m.id AS meeting, status, may
