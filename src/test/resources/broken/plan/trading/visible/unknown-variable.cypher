// rule: a lot with an unknown variable.
that.openedAt <= $now
