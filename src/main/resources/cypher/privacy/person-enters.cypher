// reads: whether an account stands for a person that may enter and has a role; nothing when there is no such person; $person, $now; constraint person_id
MATCH (person:Person {id: $person})
RETURN EXISTS {
    (person)<-[:ACCOUNT_OF]-(account:Account)<-[:GRANTED_TO]-(grant:RoleGrant)
    WHERE NOT coalesce(account.suspended, false)
        AND grant.withdrawnAt IS NULL
        AND coalesce(grant.to >= date($now), true)
} AS enters
