// rule: an AnnualDeposit, to a viewer who supervises trading, and to the company that gave it
any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER', 'TOWN_TRADER', 'TRADING_CENTRE'])
OR ($viewer.companyId IS NOT NULL
  AND EXISTS { (this)-[:OF]->(itsPayer:Company) WHERE itsPayer.id = $viewer.companyId })
