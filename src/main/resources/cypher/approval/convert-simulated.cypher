// writes: simulated Approvals of projects that have got their land since, by an import, become real; converted; $now, $most; index approval_simulated
MATCH (a:Approval {simulated: true})
WHERE a.convertedAt IS NULL
MATCH (a)<-[:HAS_APPROVAL]-(:Project)-[:ACQUIRED_LAND]->(deal:LandDeal)
WHERE deal.dealOn <= date($now)
WITH a, min(deal.dealOn) AS dealOn
LIMIT $most
SET a.convertedAt = datetime({date: dealOn, timezone: 'Asia/Shanghai'}), a.updatedAt = $now
RETURN count(a) AS converted
