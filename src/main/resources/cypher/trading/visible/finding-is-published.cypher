// rule: an AgencyAssessment, NonPerformance or Violation, to a viewer who supervises trading; to everybody once a notice that is out publishes it
any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER'])
OR EXISTS { (this)<-[:PUBLISHES]-(itsNotice:Publicity) WHERE itsNotice.publishedOn <= date($now) }
