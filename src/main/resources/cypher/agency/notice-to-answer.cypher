// writes: locks a SupervisionNotice and tells what its answer depends on, one row; none when there is no such; $notice, $viewer, $now; constraint supervision_notice_id
MATCH (n:SupervisionNotice {id: $notice})
SET n.moving = true
WITH n
SET n.moving = null
RETURN properties(n) AS notice, EXISTS {
    (n)-[:ISSUED_TO]->(:Department)<-[post:WORKS_FOR]-(me:Person)
    WHERE me.id = $viewer.personId AND coalesce(post.to >= date($now), true) AND coalesce(post.from <= date($now), true)
} AS mine
