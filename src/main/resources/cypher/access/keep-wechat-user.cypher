// writes: the WeChat user who is linked to an account, with the messages that the same user has accepted before; $account, $id, $hash (keyed hash of the openid), $sealed (the openid), $now; constraints credential_account, account_id, wechat_user_id
MATCH (credential:Credential {account: $account})
WHERE credential.wechat = $hash
MATCH (account:Account {id: $account})
MERGE (user:WechatUser {id: $id})
ON CREATE SET user.createdAt = $now
MERGE (user)-[:LOGS_IN_TO]->(account)
SET user.weekVisits = CASE WHEN user.openidHash = $hash THEN user.weekVisits ELSE 0 END,
    user.overdue = CASE WHEN user.openidHash = $hash THEN user.overdue ELSE 0 END,
    user.linkedAt = CASE WHEN user.openidHash = $hash THEN user.linkedAt ELSE $now END
SET user.openidHash = $hash, user.openidEnc = $sealed, user.updatedAt = $now
