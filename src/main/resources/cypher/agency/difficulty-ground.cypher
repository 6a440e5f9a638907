// reads: whether a difficulty may be raised of a Project and an approval of it, one row; $project, $approval (or null), $viewer; constraints project_id, approval_id
OPTIONAL MATCH (project:Project {id: $project})
RETURN project IS NOT NULL AS project,
    $approval IS NULL OR EXISTS { (project)-[:HAS_APPROVAL]->(:Approval {id: $approval}) } AS approval,
    EXISTS { (project)<-[:OWNS]-(:Company {id: $viewer.companyId}) } AS owned
