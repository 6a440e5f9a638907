// writes: the district is in; no parameters; by the label, which at most one node has
MATCH (load:DemoLoad)
DELETE load
