// reads: how much hangs on a person, to those who see it; this bound; $viewer, $now; expands from the node, by no index
MATCH (this)-[held]-(other)
WHERE (this.id = $viewer.personId
        OR EXISTS {
            (this)<-[answer:CHANGED]-(asked:Command)
            WHERE asked.mutation = 'answerAccessRequest'
                AND asked.by = $viewer.name
                AND answer.at >= $now - duration('PT10M')
        })
    AND NOT type(held) IN ['CHANGED', 'MERGED_INTO']
    /* and visible(other) */
WITH DISTINCT type(held) AS relation, other
RETURN count(*) AS value
