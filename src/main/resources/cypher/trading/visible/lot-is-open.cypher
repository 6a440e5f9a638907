// rule: a Lot whose opening has happened, to a viewer who supervises trading; asked of the lot before its bids are expanded
this.openedAt IS NOT NULL
AND this.openedAt <= $now
AND any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER', 'TOWN_TRADER', 'TRADING_CENTRE'])
