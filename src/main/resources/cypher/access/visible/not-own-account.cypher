// rule: an Account that is not the viewer's own: nobody decides whom they stand for themselves
this.id <> $viewer.name
