// writes: a LandDeal of a Project, whose simulated approvals become real; project, taken (whether the deal is another project's alone) and converted; $project, $deal (properties), $at, $now; constraints project_id, land_deal_id
OPTIONAL MATCH (project:Project {id: $project})
OPTIONAL MATCH (already:LandDeal {id: $deal.id})
WITH project, already, already IS NOT NULL AS taken
CALL (project, taken) {
    WITH project, taken
    WHERE project IS NOT NULL AND NOT taken
    CREATE (project)-[:ACQUIRED_LAND]->(deal:LandDeal)
    SET deal = $deal, project.landAcquiredOn = $deal.dealOn, project.landMode = $deal.mode, project.updatedAt = $now
}
CALL (project, taken) {
    OPTIONAL MATCH (project)-[:HAS_APPROVAL]->(a:Approval)
    WHERE NOT taken AND a.simulated AND a.convertedAt IS NULL
    SET a.convertedAt = $at, a.updatedAt = $now
    RETURN count(a) AS converted
}
RETURN project IS NOT NULL AS project, taken, converted
