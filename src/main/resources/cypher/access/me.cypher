// reads: who asks, one map {account, roles, person, company}; $viewer; no index
RETURN {
    account: $viewer.name,
    roles: $viewer.roles,
    person: $viewer.personId,
    company: $viewer.companyId
} AS value
