// reads: the WeChat user who takes one more message of a kind for a person, {id, sealed (openid)}; no row when there is none; $person, $kind (property that counts); constraint person_id
MATCH (person:Person {id: $person})<-[:ACCOUNT_OF]-(account:Account)<-[:LOGS_IN_TO]-(user:WechatUser)
WHERE NOT coalesce(account.suspended, false) AND user[$kind] > 0
RETURN user.id AS id, user.openidEnc AS sealed
ORDER BY user.linkedAt DESC, id
LIMIT 1
