// writes: counts a failed login and locks the account after so many; one that nobody has serves for names that are not there; failures from before $since are forgotten; $account, $attempts, $since, $until, $now; constraint credential_account
MERGE (credential:Credential {account: $account})
// Locked before it is read, or two failures could count as one.
SET credential.counted = true
WITH credential
SET credential.failures = CASE WHEN credential.failedAt < $since THEN 0 ELSE coalesce(credential.failures, 0) END + 1,
    credential.failedAt = $now
WITH credential
WHERE credential.failures >= $attempts
SET credential.failures = 0, credential.lockedUntil = $until
