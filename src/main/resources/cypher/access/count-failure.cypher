// writes: counts a failed login and locks the account after so many; one that nobody has serves for names that are not there; $account, $attempts, $until; constraint credential_account
MERGE (credential:Credential {account: $account})
// Locked before it is read, or two failures could count as one.
SET credential.counted = true
WITH credential
SET credential.failures = coalesce(credential.failures, 0) + 1
WITH credential
WHERE credential.failures >= $attempts
SET credential.failures = 0, credential.lockedUntil = $until
