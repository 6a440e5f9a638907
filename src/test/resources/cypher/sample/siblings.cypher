// reads: other things of the maker of a Thing (this), by serial; $least; one step from this and back, no index
MATCH (this)<-[:MADE]-(:SampleMaker)-[:MADE]->(other:SampleThing)
WHERE other <> this AND ($least IS NULL OR other.serial >= $least) /* and visible(other: Thing) */
WITH DISTINCT other
ORDER BY other.serial
RETURN other AS value
