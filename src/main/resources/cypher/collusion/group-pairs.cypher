// reads: BiddingPairs among the members of a BiddingGroup (this), highest scores first; $first; expands from this, no index
MATCH (this)<-[:GROUPED_IN]-(a:Company)-[:PAIRED_IN]->(pair:BiddingPair)<-[:PAIRED_IN]-(b:Company)-[:GROUPED_IN]->(this)
WHERE pair.run = this.run AND a.id < b.id
RETURN pair AS value
ORDER BY pair.score DESC, pair.id
LIMIT $first
