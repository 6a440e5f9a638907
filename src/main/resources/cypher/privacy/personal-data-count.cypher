// reads: how much hangs on a person, to those who see it; this bound; $viewer, $now; expands from the node, by no index
CALL (this) {
    MATCH (this)-[held]-(other)
    RETURN type(held) AS relation, other
  UNION
    MATCH (this)<-[:ACCOUNT_OF]-(:Account)<-[held:LOGS_IN_TO]-(other)
    RETURN type(held) AS relation, other
}
WITH this, relation, other
WHERE (this.id = $viewer.personId
        OR EXISTS {
            (this)<-[answer:CHANGED]-(asked:Command)
            WHERE asked.mutation = 'answerAccessRequest'
                AND asked.by = $viewer.name
                AND answer.at >= $now - duration('PT10M')
        })
    AND NOT relation IN ['CHANGED', 'MERGED_INTO']
    /* and visible(other) */
WITH DISTINCT relation, other
RETURN count(*) AS value
