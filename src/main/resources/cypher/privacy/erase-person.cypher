// writes: erases of a person and those merged into it what need not stay; $person, $staying and $files (relation types, some with a label after a colon: all that must stay, and those for which the identity number must), $now; returns kept (whether the person is still there); constraint person_id
MATCH (person:Person {id: $person})<-[:MERGED_INTO*0..10]-(it)
CALL (it) {
    MATCH (it)<-[:ACCOUNT_OF]-(account:Account)
    SET account.suspended = true, account.externalSubject = null, account.updatedAt = $now
    WITH account
    CALL (account) {
        MATCH (session:LoginSession {account: account.id})
        SET session.endedAt = coalesce(session.endedAt, $now)
    }
    CALL (account) {
        MATCH (credential:Credential {account: account.id})
        DELETE credential
    }
    CALL (account) {
        MATCH (account)<-[:LOGS_IN_TO]-(user:WechatUser)
        DETACH DELETE user
    }
}
CALL (it) {
    MATCH (delivery:Delivery {person: it.id})
    DELETE delivery
}
CALL (it) {
    MATCH (it)-[:MADE]->(visit:Visit)
    WHERE visit.location IS NOT NULL
    SET visit.location = null, visit.updatedAt = $now
}
CALL (it) {
    MATCH (it)-[:GAVE]->(consent:Consent)
    WHERE consent.withdrawnAt IS NULL
    SET consent.withdrawnAt = $now, consent.updatedAt = $now
}
CALL (it) {
    MATCH (it)<-[change:CHANGED]-()
    SET change.before = [i IN range(0, size(change.fields) - 1) |
            CASE WHEN change.fields[i] IN ['phone', 'email', 'idNumber'] THEN '' ELSE change.before[i] END],
        change.after = [i IN range(0, size(change.fields) - 1) |
            CASE WHEN change.fields[i] IN ['phone', 'email', 'idNumber'] THEN '' ELSE change.after[i] END]
}
CALL (it) {
    MATCH (it)-[held]-(other)
    WHERE NOT type(held) IN ['CHANGED', 'MERGED_INTO', 'WAS']
        AND none(stays IN $staying WHERE stays IN [type(held), type(held) + ':' + head(labels(other))])
    DELETE held
}
SET it.phoneEnc = null, it.phoneHash = null, it.emailEnc = null, it.emailHash = null, it.updatedAt = $now
WITH person, collect(it) AS all
WITH person, all, any(it IN all WHERE EXISTS {
    (it)-[held]-(other)
    WHERE any(file IN $files WHERE file IN [type(held), type(held) + ':' + head(labels(other))])
}) AS files
FOREACH (it IN CASE WHEN files THEN [] ELSE all END |
    SET it.idNumberEnc = null, it.identifierScheme = null, it.identifierValue = null
)
WITH all, any(it IN all WHERE EXISTS { (it)-[held]-() WHERE NOT type(held) IN ['CHANGED', 'MERGED_INTO'] }) AS kept
CALL (all, kept) {
    UNWIND all AS it
    WITH it WHERE NOT kept
    DETACH DELETE it
}
RETURN kept
