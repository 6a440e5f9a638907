// reads: what a login by a user name is judged by: account, hash, mustChange, lockedUntil, suspended, demo; $username; constraints account_username, credential_account
MATCH (account:Account {username: $username})
MATCH (credential:Credential {account: account.id})
RETURN account.id AS account,
    credential.hash AS hash,
    coalesce(credential.mustChange, false) AS mustChange,
    credential.lockedUntil AS lockedUntil,
    coalesce(account.suspended, false) AS suspended,
    coalesce(account.demo, false) AS demo
