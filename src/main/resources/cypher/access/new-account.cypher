// writes: an account with what it enters with, and its roles; whether it is new; $id, $username, $hash, $rows (id and role of grants), $now; constraints account_username, credential_account
MERGE (account:Account {username: $username})
ON CREATE SET account.id = $id, account.createdAt = $now, account.updatedAt = $now, account.source = 'command line'
WITH account, account.createdAt = $now AS fresh
MERGE (credential:Credential {account: account.id})
SET credential.hash = $hash, credential.mustChange = true, credential.failures = 0, credential.lockedUntil = null,
    credential.wechat = null, account.demo = null
WITH account, fresh
CALL (account) {
    MATCH (account)<-[:LOGS_IN_TO]-(user:WechatUser)
    DETACH DELETE user
}
CALL (account) {
    UNWIND $rows AS row
    WITH row
    WHERE NOT EXISTS {
        (account)<-[:GRANTED_TO]-(held:RoleGrant {role: row.role})
        WHERE held.withdrawnAt IS NULL AND (held.to IS NULL OR held.to >= date($now))
    }
    CREATE (grant:RoleGrant {id: row.id, role: row.role, from: date($now), createdAt: $now})-[:GRANTED_TO]->(account)
}
RETURN account.id AS account, fresh
