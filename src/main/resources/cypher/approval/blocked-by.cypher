// reads: ApprovalItems that an open Approval (this) waits for: due before its own and not granted to its project; this bound; expands from this, no index
MATCH (this)-[:OF_ITEM]->(:ApprovalItem)-[:AFTER]->(before:ApprovalItem)
WHERE this.completedAt IS NULL
  AND NOT EXISTS {
    (this)<-[:HAS_APPROVAL]-(:Project)-[:HAS_APPROVAL]->(done:Approval)-[:OF_ITEM]->(before)
    WHERE done.status IN ['11', '12']
  }
RETURN before AS value
