// reads: whether two ids stand for one Person, merges followed, one row {same}; $one, $two; constraint merged_id
OPTIONAL MATCH (:Merged {id: $one})-[:MERGED_INTO]->{1,100}(first:Person)
OPTIONAL MATCH (:Merged {id: $two})-[:MERGED_INTO]->{1,100}(second:Person)
RETURN coalesce(first.id, $one) = coalesce(second.id, $two) AS same
