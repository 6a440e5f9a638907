// reads: whether the links of the chain of custody of an Evidence (this) follow each other without a gap and speak of its content, and its files are there and are those of which it speaks; from this
OPTIONAL MATCH (this)-[:HELD_BY]->(link:CustodyEvent)
WITH this, link ORDER BY link.number
WITH this, collect(link) AS links
RETURN size(links) > 0
    AND COUNT { (this)<-[:ATTACHED_TO]-(:Attachment) } = coalesce(this.fileCount, 0)
    AND all(file IN [(this)<-[:ATTACHED_TO]-(attached:Attachment) | coalesce(attached.sha256, '')] WHERE this.content CONTAINS file)
    AND all(i IN range(0, size(links) - 1) WHERE
        links[i].number = i + 1
        AND links[i].sha256 = this.sha256
        AND links[i].previous = CASE WHEN i = 0 THEN '' ELSE links[i - 1].hash END) AS value
