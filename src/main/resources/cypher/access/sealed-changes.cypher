// reads: changes by commands that hold values which another key than the current one sealed: id (of the relation), before, after; $old (regular expression for such values), $first; scans the relations
MATCH ()-[change:CHANGED]->()
WHERE any(value IN change.before + change.after WHERE value =~ $old)
RETURN elementId(change) AS id, change.before AS before, change.after AS after
LIMIT $first
