// reads: which of some ids name nodes of a kind, {id} a row; $people, $difficulties, $approvals, $projects, $departments (lists of ids); constraints person_id, difficulty_id, approval_id, project_id, department_id
UNWIND $people AS id
MATCH (n:Person {id: id})
RETURN n.id AS id
UNION
UNWIND $difficulties AS id
MATCH (n:Difficulty {id: id})
RETURN n.id AS id
UNION
UNWIND $approvals AS id
MATCH (n:Approval {id: id})
RETURN n.id AS id
UNION
UNWIND $projects AS id
MATCH (n:Project {id: id})
RETURN n.id AS id
UNION
UNWIND $departments AS id
MATCH (n:Department {id: id})
RETURN n.id AS id
