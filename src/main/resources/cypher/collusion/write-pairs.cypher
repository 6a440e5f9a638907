// writes: pairs of companies; $rows (a, aWins, b, bWins, values); constraint company_id
UNWIND $rows AS row
MATCH (a:Company {id: row.a})
MATCH (b:Company {id: row.b})
CREATE (a)-[:PAIRED_IN {wins: row.aWins}]->(pair:BiddingPair)<-[:PAIRED_IN {wins: row.bWins}]-(b)
SET pair = row.values
