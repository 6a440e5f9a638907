// reads: the account that another issuer's tokens mean; $subject; constraint account_external_subject
MATCH (account:Account {externalSubject: $subject})
RETURN account.id AS account
