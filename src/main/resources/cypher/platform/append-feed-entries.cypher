// writes: appends entries to the feed, whose end is locked until the transaction is over; $entries (kind, subject and audience of each), $at; constraint feed_head_id
MERGE (head:FeedHead {id: 'head'})
ON CREATE SET head.seq = 0, head.swept = 0
// Locked before anything of it is read, or two could read the same end.
SET head.held = true
WITH head, head.seq AS last
SET head.seq = last + size($entries)
WITH last
UNWIND range(1, size($entries)) AS place
WITH last + place AS seq, $entries[place - 1] AS given
CREATE (entry:FeedEntry)
SET entry.seq = seq, entry.at = $at, entry.kind = given.kind, entry.subject = given.subject, entry.audience = given.audience
