// reads: the first $most entries of the feed after $after in their order, and up to which number the feed was swept: entries, swept; constraints feed_entry_seq, feed_head_id
CALL () {
  MATCH (entry:FeedEntry)
  WHERE entry.seq > $after
  WITH entry
  ORDER BY entry.seq
  LIMIT $most
  RETURN collect(entry {.seq, .at, .kind, .subject, .audience}) AS entries
}
// Read last: what a sweep takes away meanwhile is then known to be gone.
OPTIONAL MATCH (head:FeedHead {id: 'head'})
RETURN entries, coalesce(head.swept, 0) AS swept
