// writes: takes a granted role away at once; the account and the role; nothing when there is no such grant; $grant, $now; constraint role_grant_id
MATCH (grant:RoleGrant {id: $grant})-[:GRANTED_TO]->(account:Account)
WITH grant, account, grant.withdrawnAt IS NOT NULL AS before
SET grant.withdrawnAt = coalesce(grant.withdrawnAt, $now)
RETURN account.id AS account, grant.role AS role, before
