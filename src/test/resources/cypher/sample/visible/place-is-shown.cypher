// rule: a Place that is shown, or that has lain within a shown one; any to an analyst
this.shown
OR EXISTS { (this)-[:WITHIN]->(itsOuter:SamplePlace) WHERE itsOuter.shown }
OR any(itsRole IN $viewer.roles WHERE itsRole = 'ANALYST')
