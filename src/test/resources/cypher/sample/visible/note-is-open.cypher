// rule: a Note whose time has come
this.openAt <= $now
