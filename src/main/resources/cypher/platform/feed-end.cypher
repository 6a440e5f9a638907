// reads: number of the feed's last entry, 0 when there was none yet: last; constraint feed_head_id
OPTIONAL MATCH (head:FeedHead {id: 'head'})
RETURN coalesce(head.seq, 0) AS last
