// reads: code lists as they are given, a map {name, codes} a row; $lists; nothing of the graph, no index
UNWIND $lists AS list
RETURN list AS value
