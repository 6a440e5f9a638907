// reads: whether a WeChat user is linked to an account; this bound; constraint credential_account
OPTIONAL MATCH (credential:Credential {account: this.id})
RETURN credential.wechat IS NOT NULL AS value
