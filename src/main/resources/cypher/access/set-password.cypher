// writes: an account's password, lifts a lock and takes away a link to WeChat, which may be the thief's; nothing when there is no such account; $account, $hash, $mustChange; constraints account_id, credential_account
MATCH (account:Account {id: $account})
MERGE (credential:Credential {account: account.id})
SET credential.hash = $hash, credential.mustChange = $mustChange, credential.failures = 0, credential.lockedUntil = null,
    credential.wechat = null
WITH account
OPTIONAL MATCH (account)<-[:LOGS_IN_TO]-(user:WechatUser)
DETACH DELETE user
RETURN DISTINCT account.id AS account
