// reads: an account's user name; nothing when there is no such account; $account; constraint account_id
MATCH (account:Account {id: $account})
RETURN account.username AS username
