// writes: scores of companies; $rows (company, closest, beatenBy, values); constraint company_id
UNWIND $rows AS row
MATCH (company:Company {id: row.company})
CREATE (company)-[:BIDS_AS]->(score:BidderScore)
SET score = row.values
WITH row, score
OPTIONAL MATCH (closest:Company {id: row.closest})
OPTIONAL MATCH (beatenBy:Company {id: row.beatenBy})
FOREACH (one IN CASE WHEN closest IS NULL THEN [] ELSE [closest] END | CREATE (score)-[:CLOSEST_TO]->(one))
FOREACH (one IN CASE WHEN beatenBy IS NULL THEN [] ELSE [beatenBy] END | CREATE (score)-[:BEATEN_BY]->(one))
