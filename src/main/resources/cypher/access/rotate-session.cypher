// writes: gives a session its next refresh token, or ends it when an older one is played again: account, open, fits; $session, $given and $next (hashes of tokens), $since (until when the token before may come again), $now; constraint login_session_id
MATCH (session:LoginSession {id: $session})
SET session.askedAt = $now
WITH session
MATCH (account:Account {id: session.account})
WITH session,
    account,
    session.endedAt IS NULL AND session.expiresAt > $now AND coalesce(session.openedAt >= account.updatedAt, true)
        AND NOT coalesce(account.suspended, false) AS open,
    session.hash = $given AS current,
    coalesce(session.previous = $given AND session.rotatedAt >= $since, false) AS again
FOREACH (turn IN CASE WHEN open AND (current OR again) THEN [1] ELSE [] END |
    SET session.previous = $given, session.hash = $next
)
FOREACH (turn IN CASE WHEN open AND current THEN [1] ELSE [] END |
    SET session.rotatedAt = $now
)
FOREACH (turn IN CASE WHEN open AND NOT (current OR again) THEN [1] ELSE [] END |
    SET session.endedAt = $now
)
RETURN account.id AS account, open, current OR again AS fits, coalesce(account.demo, false) AS demo
