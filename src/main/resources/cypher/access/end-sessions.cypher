// writes: ends all sessions of an account, and the tokens that another issuer gave it until now; how many of its own were open; $account, $now; constraints account_id, login_session_account
MATCH (account:Account {id: $account})
SET account.sessionsEndedAt = $now
WITH account
OPTIONAL MATCH (session:LoginSession {account: account.id})
WHERE session.endedAt IS NULL
SET session.endedAt = $now
RETURN count(session) AS ended
