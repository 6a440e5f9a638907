// reads: the account that an audit event names; this (the event); constraint account_id
MATCH (account:Account {id: this.by})
RETURN account AS value
