// writes: ends all sessions of an account; $account, $now; constraint login_session_account
MATCH (session:LoginSession {account: $account})
WHERE session.endedAt IS NULL
SET session.endedAt = $now
