// reads: a tally of each maker with at least $atLeast things, most first, then by id; scans
MATCH (maker:SampleMaker)-[:MADE]->(made:SampleThing)
WITH DISTINCT maker, made
ORDER BY made.serial
WITH maker, collect(made) AS things, sum(made.cost) AS spent
WHERE size(things) >= $atLeast
WITH maker, things, spent
ORDER BY size(things) DESC, maker.id
RETURN {
  maker: maker,
  place: head([(maker)-[:AT]->(place:SamplePlace) | place]),
  things: things,
  total: size(things),
  spent: spent
} AS value
