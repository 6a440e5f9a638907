// writes: ends a session; the account it was of; $session, $now; constraint login_session_id
MATCH (session:LoginSession {id: $session})
WHERE session.endedAt IS NULL
SET session.endedAt = $now
RETURN session.account AS account
