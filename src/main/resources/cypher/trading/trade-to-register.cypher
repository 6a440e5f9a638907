// reads: what the registration of a trade depends on, one row; $platform, $project, $procuringEntity, $agency, $industryDepartment (ids or null), $viewer, $now; constraints trading_platform_id, project_id, company_id, department_id, person_id
OPTIONAL MATCH (platform:TradingPlatform {id: $platform})
OPTIONAL MATCH (project:Project {id: $project})
OPTIONAL MATCH (company:Company {id: $procuringEntity})
OPTIONAL MATCH (buyer:Department {id: $procuringEntity})
OPTIONAL MATCH (agency:Company {id: $agency})
OPTIONAL MATCH (industry:Department {id: $industryDepartment})
RETURN properties(platform) AS platform,
    EXISTS {
        (platform)<-[post:TRADES_AT]-(me:Person)
        WHERE me.id = $viewer.personId
            AND coalesce(post.from <= date($now), true) AND coalesce(post.to >= date($now), true)
    } AS mine,
    project.id AS project,
    project.status AS projectStatus,
    CASE WHEN company IS NOT NULL THEN 'Company' WHEN buyer IS NOT NULL THEN 'Department' END AS procuringEntity,
    agency.id AS agency,
    industry.id AS industryDepartment,
    head(COLLECT {
        MATCH (industry)-[part:ENTRUSTS]->(entrusted:Department)
        WHERE coalesce(part.from <= date($now), true) AND coalesce(part.to >= date($now), true)
        RETURN entrusted.id
        ORDER BY part.from DESC, entrusted.id
    }) AS entrusted
