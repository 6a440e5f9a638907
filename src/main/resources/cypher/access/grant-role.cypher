// writes: a role for an account that has none of the same kind for any of the days, and not too many at all: held, many, granted; nothing when there is no such account; $account, $values (id, role, from, to, createdAt), $most; constraint account_id
MATCH (account:Account {id: $account})
// Locked before it is read, or two could grant the same at once.
SET account.granting = true
WITH account
SET account.granting = null
WITH account,
    COUNT { (account)<-[:GRANTED_TO]-(:RoleGrant) } >= $most AS many,
    EXISTS {
        (account)<-[:GRANTED_TO]-(held:RoleGrant {role: $values.role})
        WHERE held.withdrawnAt IS NULL
            AND coalesce(held.to >= $values.from, true)
            AND coalesce(held.from <= $values.to, true)
    } AS held
CALL (account, many, held) {
    WITH account
    WHERE NOT many AND NOT held
    CREATE (grant:RoleGrant)-[:GRANTED_TO]->(account)
    SET grant = $values
}
RETURN many, held
