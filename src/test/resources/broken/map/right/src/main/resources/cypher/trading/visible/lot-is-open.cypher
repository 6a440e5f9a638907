// A lot that is open.
this.openedAt <= $now
