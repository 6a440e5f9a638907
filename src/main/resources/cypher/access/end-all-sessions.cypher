// writes: ends every session, and the tokens that another issuer gave until now; how many were open; $now; scans the labels
MATCH (account:Account)
SET account.sessionsEndedAt = $now
WITH count(account) AS accounts
OPTIONAL MATCH (session:LoginSession)
WHERE session.endedAt IS NULL
SET session.endedAt = $now
RETURN count(session) AS ended
