// writes: links a WeChat user to an account, and takes it from the account that it was linked to; $account, $wechat (keyed hash of the openid); constraints credential_wechat, credential_account
OPTIONAL MATCH (former:Credential {wechat: $wechat})
SET former.wechat = null
WITH former
MATCH (credential:Credential {account: $account})
SET credential.wechat = $wechat
