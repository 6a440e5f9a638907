// Reads companies met by this, in a column of the wrong name.
MATCH (this)-->(other) RETURN other AS company
