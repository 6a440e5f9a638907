// reads: the WeChat users who log in to accounts of a person; this (the person); expands from the node, by no index
MATCH (this)<-[:ACCOUNT_OF]-(:Account)<-[:LOGS_IN_TO]-(user:WechatUser)
RETURN user AS value
ORDER BY user.id
LIMIT 5
