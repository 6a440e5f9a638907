// reads: the Place of a Thing (this) and the one that it lies within, hidden ones too; no index
MATCH (this)-[:AT]->(place:SamplePlace)
OPTIONAL MATCH (place)-[:WITHIN]->(outer:SamplePlace)
UNWIND [place, outer] AS value
WITH value
WHERE value IS NOT NULL
RETURN value
