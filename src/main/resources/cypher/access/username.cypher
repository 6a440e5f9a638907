// reads: an account's user name, and whether it is one of demo mode; nothing when there is no such account; $account; constraint account_id
MATCH (account:Account {id: $account})
RETURN account.username AS username, coalesce(account.demo, false) AS demo
