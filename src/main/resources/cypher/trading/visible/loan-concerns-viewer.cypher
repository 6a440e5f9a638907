// rule: a ProcurementLoan, to a viewer who supervises trading, to the company that borrowed and to the bank that lent
any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER'])
OR ($viewer.companyId IS NOT NULL
  AND EXISTS {
    (this)-[:BORROWED_BY|LENT_BY]->(itsParty)
    WHERE (itsParty:Company OR itsParty:Bank) AND itsParty.id = $viewer.companyId
  })
