// writes: the next numbers of a series, {last} in one row; $series, $many; constraint counter_name
MERGE (counter:Counter {name: $series})
// Locked before it is read, or two would get the same.
SET counter.taken = true
WITH counter
SET counter.taken = null, counter.last = coalesce(counter.last, 0) + $many
RETURN counter.last AS last
