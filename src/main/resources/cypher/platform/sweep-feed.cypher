// writes: takes away up to $most entries of the feed older than $before and all with smaller numbers, and remembers up to which: swept; constraint feed_head_id, indexes feed_entry_at, feed_entry_seq
MATCH (old:FeedEntry)
WHERE old.at < $before
WITH old.seq AS seq
ORDER BY seq
LIMIT $most
WITH max(seq) AS last
MATCH (head:FeedHead {id: 'head'})
WHERE last IS NOT NULL
SET head.held = true
WITH head, last, head.swept AS swept
SET head.swept = CASE WHEN swept > last THEN swept ELSE last END
WITH last
MATCH (gone:FeedEntry)
WHERE gone.seq <= last
DETACH DELETE gone
RETURN count(*) AS swept
