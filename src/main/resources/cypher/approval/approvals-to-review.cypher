// writes: locks Approvals and tells whether a parallel review may begin over them, one row {project, projectStatus, approvals (maps), members}; $project, $approvals (ids, each once), $viewer, $now; constraints project_id, approval_id
OPTIONAL MATCH (project:Project {id: $project})
WITH project
CALL (project) {
    UNWIND $approvals AS id
    MATCH (a:Approval {id: id})
    // Locked before they are read, or one could enter two reviews at once; in one order, or two could wait for each other.
    WITH project, a
    ORDER BY a.id
    SET a.moving = true
    WITH project, a
    SET a.moving = null
    WITH project, a
    OPTIONAL MATCH (a)-[:AT_DESK_OF]->(desk:Department)
    RETURN collect({
        id: a.id,
        status: a.status,
        completed: a.completedAt IS NOT NULL,
        own: EXISTS { (project)-[:HAS_APPROVAL]->(a) },
        parallel: EXISTS { (a)-[:OF_ITEM]->(:ApprovalItem {parallel: true}) },
        review: head(COLLECT { MATCH (a)-[:IN_REVIEW]->(open:ParallelReview) WHERE open.closedAt IS NULL RETURN open.code }),
        desk: desk.id,
        mine: EXISTS {
            (desk)<-[post:WORKS_FOR]-(me:Person)
            WHERE me.id = $viewer.personId AND coalesce(post.to >= date($now), true) AND coalesce(post.from <= date($now), true)
        }
    }) AS approvals
}
RETURN project IS NOT NULL AS project,
    project.status AS projectStatus,
    approvals,
    COLLECT {
        MATCH (project)-[:SERVED_BY]->(:AgencyService {state: 'SIGNED'})<-[part:MEMBER_OF]-(member:Person)
        WHERE coalesce(part.to >= date($now), true)
        RETURN DISTINCT member.id
    } AS members
