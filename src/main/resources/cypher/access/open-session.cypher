// writes: opens a session of an account that has proved itself, and clears its failures and its sessions that are over; $account, $session, $hash (of its refresh token), $client, $now, $expires; constraints account_id, credential_account, login_session_account
MATCH (account:Account {id: $account})
OPTIONAL MATCH (credential:Credential {account: $account})
SET credential.failures = 0
WITH account
OPTIONAL MATCH (old:LoginSession {account: $account})
WHERE old.expiresAt < $now
DELETE old
WITH DISTINCT account
CREATE (:LoginSession {
    id: $session,
    account: account.id,
    hash: $hash,
    client: $client,
    openedAt: $now,
    rotatedAt: $now,
    expiresAt: $expires
})
