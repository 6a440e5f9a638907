// A bid in an opened lot.
this.id IS NOT NULL
