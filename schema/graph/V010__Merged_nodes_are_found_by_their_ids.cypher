// Finds what stands for a node that was merged into another, whenever a file or a client still names it.
CREATE CONSTRAINT merged_id IF NOT EXISTS FOR (n:Merged) REQUIRE n.id IS UNIQUE;
