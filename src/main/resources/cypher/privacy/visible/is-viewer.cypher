// rule: the Person who is the viewer
coalesce(this.id = $viewer.personId, false)
