// reads: things from serial $least on and makers at a Place (place), by id; no index
MATCH (place)<-[:AT]-(other:SampleThing|SampleMaker)
WHERE $least IS NULL OR coalesce(other.serial, 0) >= $least
WITH other
ORDER BY other.id
RETURN other AS value
