// writes: the accounts of demo mode that are not there yet, each with its role and whom it stands for; $rows (id, grant, username, role, person or employeeNo, company), $hash, $now; constraints account_username, credential_account, person_employee_no
UNWIND $rows AS row
MERGE (account:Account {username: row.username})
ON CREATE SET account.id = row.id, account.demo = true, account.createdAt = $now, account.updatedAt = $now
WITH account, row
WHERE account.demo
MERGE (credential:Credential {account: account.id})
SET credential.hash = coalesce(credential.hash, $hash)
WITH account, row
CALL (account, row) {
    WITH account, row
    WHERE NOT EXISTS { (account)<-[:GRANTED_TO]-(:RoleGrant) }
    CREATE (grant:RoleGrant {id: row.grant, role: row.role, from: date($now), createdAt: $now})-[:GRANTED_TO]->(account)
}
WITH DISTINCT account, row
CALL (account, row) {
    OPTIONAL MATCH (known:Person {id: row.person})
    OPTIONAL MATCH (employee:Person {employeeNo: row.employeeNo})
    WITH account, coalesce(known, employee) AS person
    WHERE person IS NOT NULL
    MERGE (account)-[:ACCOUNT_OF]->(person)
}
WITH DISTINCT account, row
CALL (account, row) {
    MATCH (company:Company {id: row.company})
    MERGE (account)-[:ACTS_FOR]->(company)
}
