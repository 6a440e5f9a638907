// reads: the TradingPlatforms at which the viewer runs trades now, one a row; $viewer, $now; constraint person_id
MATCH (:Person {id: $viewer.personId})-[post:TRADES_AT]->(platform:TradingPlatform)
WHERE coalesce(post.from <= date($now), true) AND coalesce(post.to >= date($now), true)
WITH DISTINCT platform
RETURN platform AS value
ORDER BY platform.code
