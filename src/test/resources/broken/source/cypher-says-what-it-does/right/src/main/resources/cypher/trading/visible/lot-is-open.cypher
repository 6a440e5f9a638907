// Whether the lot is open.
this.openedAt <= $now
