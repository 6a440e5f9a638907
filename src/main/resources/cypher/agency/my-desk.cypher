// reads: what lies on the desks of the departments that the viewer works for, one map as MyDesk; $viewer, $now; index person_id
CALL () {
    OPTIONAL MATCH (me:Person {id: $viewer.personId})-[post:WORKS_FOR]->(department:Department)
    WHERE coalesce(post.to >= date($now), true) AND coalesce(post.from <= date($now), true)
    RETURN collect(DISTINCT department) AS departments
}
RETURN {
    departments: departments,
    approvals: COLLECT {
        UNWIND departments AS department
        MATCH (department)<-[:AT_DESK_OF]-(a:Approval)
        WHERE a.completedAt IS NULL
        RETURN a
        ORDER BY a.pausedSince IS NOT NULL, a.dueOn, a.id
        LIMIT 100
    },
    difficulties: COLLECT {
        UNWIND departments AS department
        MATCH (department)<-[:ASSIGNED_TO]-(d:Difficulty)
        WHERE NOT d.status IN ['RESOLVED', 'REJECTED']
        RETURN d
        ORDER BY d.dueOn, d.id
        LIMIT 50
    },
    resolutions: COLLECT {
        UNWIND departments AS department
        MATCH (department)<-[:ASSIGNED_TO]-(r:Resolution)
        WHERE r.status = 'OPEN'
        RETURN r
        ORDER BY r.dueOn, r.id
        LIMIT 50
    },
    notices: COLLECT {
        UNWIND departments AS department
        MATCH (department)<-[:ISSUED_TO]-(n:SupervisionNotice)
        WHERE n.repliedAt IS NULL
        RETURN n
        ORDER BY n.dueOn, n.id
        LIMIT 50
    }
} AS value
