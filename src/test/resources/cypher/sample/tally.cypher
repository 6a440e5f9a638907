// reads: what the maker of a Thing (this) made, no row without a maker; no index
MATCH (this)<-[:MADE]-(maker:SampleMaker)
WITH DISTINCT this, maker
MATCH (maker)-[:MADE]->(made:SampleThing)
WITH this, maker, collect(DISTINCT made) AS things
UNWIND things AS made
WITH this, maker, made
ORDER BY made.serial
WITH this, maker, collect(made) AS things, sum(made.cost) AS spent, max(made.soldAt) AS lastAt
RETURN {
  maker: maker,
  place: head([(this)-[:AT]->(place:SamplePlace) | place]),
  things: things,
  parts: COLLECT { MATCH (this)-[:HAS]->(part) WITH part ORDER BY part.id RETURN part },
  total: size(things),
  spent: spent,
  lastAt: lastAt,
  sort: this.sort
} AS value
