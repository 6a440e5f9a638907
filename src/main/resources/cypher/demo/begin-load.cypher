// writes: puts down which district comes in; $scale, $seed, $day; by the label, which at most one node has
MERGE (load:DemoLoad)
SET load.scale = $scale, load.seed = $seed, load.day = $day
