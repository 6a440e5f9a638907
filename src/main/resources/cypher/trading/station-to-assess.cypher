// writes: locks a TradingPlatform and tells what is known of it, {platform, assessments (the latest year first)} in one row; none when there is no such platform; $platform; constraint trading_platform_id
MATCH (platform:TradingPlatform {id: $platform})
SET platform.moving = true
WITH platform
SET platform.moving = null
WITH platform
RETURN properties(platform) AS platform,
    COLLECT {
        MATCH (platform)-[:GOT]->(assessment:StationAssessment)
        RETURN properties(assessment)
        ORDER BY assessment.year DESC, assessment.id
    } AS assessments
