// rule: a Consent, to those who answer for the handling of personal data, and to the person who gave it
any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ADMINISTRATOR', 'IMPORTER'])
OR ($viewer.personId IS NOT NULL
  AND EXISTS { (this)<-[:GAVE]-(itsPerson:Person) WHERE itsPerson.id = $viewer.personId })
