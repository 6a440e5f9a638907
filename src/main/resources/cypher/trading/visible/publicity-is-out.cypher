// rule: a Publicity from its day on to everybody, before to a viewer who supervises trading
any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER'])
OR coalesce(this.publishedOn <= date($now), false)
