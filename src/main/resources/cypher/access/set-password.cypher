// writes: an account's password, and lifts a lock; nothing when there is no such account; $account, $hash, $mustChange; constraints account_id, credential_account
MATCH (account:Account {id: $account})
MERGE (credential:Credential {account: account.id})
SET credential.hash = $hash, credential.mustChange = $mustChange, credential.failures = 0, credential.lockedUntil = null
RETURN account.id AS account
