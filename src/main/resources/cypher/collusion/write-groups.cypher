// writes: groups of companies; $rows (members, values); constraint company_id
UNWIND $rows AS row
CREATE (found:BiddingGroup)
SET found = row.values
WITH row, found
UNWIND range(0, size(row.members) - 1) AS place
MATCH (company:Company {id: row.members[place]})
CREATE (company)-[:GROUPED_IN {place: place + 1}]->(found)
