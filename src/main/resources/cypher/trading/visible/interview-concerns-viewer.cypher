// rule: an Interview, to those who conduct talks or answer for them; to analysts when something led to it, to importers when nothing did
any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'CASE_OFFICER', 'DIRECTOR'])
OR ('ANALYST' IN $viewer.roles AND EXISTS { (this)<-[:LED_TO]-() })
OR ('IMPORTER' IN $viewer.roles AND NOT EXISTS { (this)<-[:LED_TO]-() })
