// reads: who an account is now: account, demo, roles, person, party (the company or bank it acts for); nothing when it may not enter or its session is over; $account, $session (null for a token of another issuer), $issuedAt (of such a token, or null), $now; constraints account_id, login_session_id
MATCH (account:Account {id: $account})
WHERE NOT coalesce(account.suspended, false)
OPTIONAL MATCH (session:LoginSession {id: $session})
WITH account, session
// A session is no older than the account's last correction: who is suspended or stands for another logs in anew.
WHERE ($session IS NULL
        AND (account.sessionsEndedAt IS NULL OR coalesce($issuedAt > account.sessionsEndedAt, false)))
    OR (session.account = account.id
        AND session.endedAt IS NULL
        AND session.expiresAt > $now
        AND coalesce(session.openedAt >= account.updatedAt, true))
RETURN account.id AS account,
    coalesce(account.demo, false) AS demo,
    [(account)<-[:GRANTED_TO]-(grant:RoleGrant)
        WHERE grant.withdrawnAt IS NULL
            AND grant.from <= date($now)
            AND (grant.to IS NULL OR grant.to >= date($now)) | grant.role] AS roles,
    head([(account)-[:ACCOUNT_OF]->(person:Person) | person.id]) AS person,
    head([(account)-[:ACTS_FOR]->(party) WHERE party:Company OR party:Bank | party.id]) AS party
