// rule: a Bid of the viewer
this.company = $viewer.companyId
