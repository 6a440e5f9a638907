// writes: a ParallelReview with its Approvals, which leave one that is closed; $review (properties), $approvals (ids); constraints parallel_review_id, approval_id
CREATE (review:ParallelReview)
SET review = $review
WITH review
UNWIND $approvals AS id
MATCH (a:Approval {id: id})
OPTIONAL MATCH (a)-[old:IN_REVIEW]->(:ParallelReview)
DELETE old
WITH DISTINCT review, a
CREATE (a)-[:IN_REVIEW]->(review)
