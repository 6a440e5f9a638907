// Gives every entry of the feed its own place in the one order, and finds entries by their age.
CREATE CONSTRAINT feed_head_id IF NOT EXISTS FOR (n:FeedHead) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT feed_entry_seq IF NOT EXISTS FOR (n:FeedEntry) REQUIRE n.seq IS UNIQUE;
CREATE INDEX feed_entry_at IF NOT EXISTS FOR (n:FeedEntry) ON (n.at);
