// reads: the district whose loading has begun and not ended: scale, seed, day; no row when there is none; no parameters; by the label, which at most one node has
MATCH (load:DemoLoad)
RETURN load.scale AS scale, load.seed AS seed, load.day AS day
