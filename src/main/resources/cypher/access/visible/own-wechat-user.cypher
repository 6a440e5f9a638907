// rule: a WechatUser, to those who answer for the handling of personal data, and to whoever logs in so
any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ADMINISTRATOR'])
OR EXISTS { (this)-[:LOGS_IN_TO]->(itsAccount:Account) WHERE itsAccount.id = $viewer.name }
