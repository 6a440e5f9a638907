// writes: takes some members off a Committee; $committee, $people (ids); constraint committee_id
MATCH (:Committee {id: $committee})<-[seat:SAT_ON]-(member:Person)
WHERE member.id IN $people
DELETE seat
