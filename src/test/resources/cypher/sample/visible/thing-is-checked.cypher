// rule: a Thing that was checked; asked before its notes are read
this.checked
