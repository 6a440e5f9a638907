// rule: no condition at all.
RETURN this
