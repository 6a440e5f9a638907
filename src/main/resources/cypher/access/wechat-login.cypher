// reads: the account that a WeChat user is linked to: account, mustChange, suspended, demo; $wechat (keyed hash of the openid); constraints credential_wechat, account_id
MATCH (credential:Credential {wechat: $wechat})
MATCH (account:Account {id: credential.account})
RETURN account.id AS account, coalesce(credential.mustChange, false) AS mustChange,
    coalesce(account.suspended, false) AS suspended, coalesce(account.demo, false) AS demo
