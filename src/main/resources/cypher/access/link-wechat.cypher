// writes: links a WeChat user to an account, and takes it from the account that it was linked to; $account, $wechat (keyed hash of the openid); constraints credential_wechat, credential_account, account_id
OPTIONAL MATCH (former:Credential {wechat: $wechat})
SET former.wechat = null
WITH former
OPTIONAL MATCH (:Account {id: former.account})<-[:LOGS_IN_TO]-(user:WechatUser)
WHERE former.account <> $account
DETACH DELETE user
WITH count(*) AS one
MATCH (credential:Credential {account: $account})
SET credential.wechat = $wechat
