// writes: the open ParallelReview of an Approval is over when all in it are decided, {review, audience} in one row, none when it is not; $approval, $now; constraint approval_id
MATCH (:Approval {id: $approval})-[:IN_REVIEW]->(review:ParallelReview)
WHERE review.closedAt IS NULL
// Locked before it is read, or the last two would each take the other for open.
SET review.moving = true
WITH review
SET review.moving = null
WITH review
WHERE NOT EXISTS { (review)<-[:IN_REVIEW]-(open:Approval) WHERE open.completedAt IS NULL }
CALL (review) {
    MATCH (review)<-[:IN_REVIEW]-(a:Approval)
    RETURN max(a.completedAt) AS closedAt
}
SET review.closedAt = closedAt, review.updatedAt = $now
RETURN review.id AS review, COLLECT {
    MATCH (review)<-[:IN_REVIEW]-(:Approval)-[:AT_DESK_OF]->(desk:Department)
    RETURN desk.id AS id
  UNION
    MATCH (review)<-[:IN_REVIEW]-(:Approval)<-[:HAS_APPROVAL]-(:Project)-[:SERVED_BY]->(:AgencyService {state: 'SIGNED'})<-[part:MEMBER_OF]-(member:Person)
    WHERE coalesce(part.to >= date($now), true)
    RETURN member.id AS id
} AS audience
