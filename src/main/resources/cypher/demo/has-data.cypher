// reads: whether the graph has anything of the kinds that everything else hangs on, as `found`; no parameters; by the labels
MATCH (thing:Region|Department|Person|Company|Project|Tender|Lot)
WITH thing LIMIT 1
RETURN count(thing) > 0 AS found
