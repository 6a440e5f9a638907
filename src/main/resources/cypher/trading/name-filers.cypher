// writes: links the Objections and Complaints about an opened Lot, filed before the opening, to the companies that filed them; $lot; constraints lot_id, company_id, merged_id
MATCH (lot:Lot {id: $lot})
CALL (lot) {
    MATCH (challenge:Objection|Complaint)-[:AGAINST]->(lot)
    RETURN challenge
  UNION
    MATCH (challenge:Objection|Complaint)-[:AGAINST]->(:Award)<-[:AWARDED]-(lot)
    RETURN challenge
}
WITH challenge
WHERE challenge.filers IS NOT NULL AND NOT EXISTS { (challenge)-[:FILED_BY]->(:Company) }
UNWIND challenge.filers AS filer
OPTIONAL MATCH (known:Company {id: filer})
OPTIONAL MATCH (:Merged {id: filer})-[:MERGED_INTO]->{1,100}(keep:Company)
WITH challenge, coalesce(known, keep) AS company
WHERE company IS NOT NULL
MERGE (challenge)-[:FILED_BY]->(company)
