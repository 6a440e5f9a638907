// writes: a role for an account; nothing when there is no such account; $account, $values (id, role, from, to, createdAt); constraint account_id
MATCH (account:Account {id: $account})
CREATE (grant:RoleGrant)-[:GRANTED_TO]->(account)
SET grant = $values
RETURN grant.id AS grant
