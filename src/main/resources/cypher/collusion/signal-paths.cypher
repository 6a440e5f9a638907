// reads: the paths of a CollusionSignal (this), ids in order; no index
UNWIND this.walks AS walk
RETURN {nodes: [id IN split(walk, ',') | {id: id}]} AS value
LIMIT 50
