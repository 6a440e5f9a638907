// reads: what companies have in common, one map {pairs, truncated}; $lot (its bidders, once it is open) or $companies (ids), $titles, $now; indexes lot_id and company_id
CALL () {
    MATCH (lot:Lot {id: $lot})
    WHERE lot.openedAt <= $now
    MATCH (lot)<-[:FOR_LOT]-(:Bid)<-[:SUBMITTED|JOINED]-(firm:Company)
    RETURN DISTINCT firm
  UNION
    UNWIND $companies AS asked
    MATCH (firm:Company {id: asked})
    RETURN firm
}
WITH firm
ORDER BY firm.id
LIMIT 50
CALL (firm) {
    MATCH (firm)-[:SUBMITTED|JOINED]->(bid:Bid)-[:FOR_LOT]->(lot:Lot)
    WHERE lot.openedAt <= $now
    WITH bid, lot
    ORDER BY lot.id = $lot DESC, lot.openedAt DESC, bid.id
    LIMIT 200
    RETURN collect({bid: bid, lot: lot.id}) AS bids
}
CALL (firm, bids) {
    UNWIND bids AS made
    WITH made.bid AS bid, made.lot AS lot
    CALL (bid) {
        MATCH (bid)-[:HAS_DOCUMENT]->(file:BidDocument)-[mark:MADE_ON|UPLOADED_FROM]->(thing)
        RETURN thing, null AS text, CASE WHEN thing:Device THEN thing.kind ELSE 'IP' END AS kind,
            coalesce(mark.at, file.solidifiedAt) AS at
      UNION ALL
        MATCH (bid)-[:HAS_DOCUMENT]->(file:BidDocument)
        UNWIND [file.author, file.lastModifiedBy] AS text
        WITH file, text WHERE text IS NOT NULL
        RETURN null AS thing, text, 'AUTHOR' AS kind, file.solidifiedAt AS at
      UNION ALL
        MATCH (bid)-[:SIGNED_WITH]->(thing:Device)
        RETURN thing, null AS text, thing.kind AS kind, bid.submittedAt AS at
      UNION ALL
        MATCH (bid)-[:SECURED_BY]->(deposit:Deposit)-[paid:PAID_FROM|PREMIUM_PAID_FROM]->(thing:BankAccount)
        RETURN thing, null AS text,
            CASE type(paid) WHEN 'PAID_FROM' THEN 'ACCOUNT' ELSE 'PREMIUM_ACCOUNT' END AS kind,
            coalesce(paid.at, deposit.receivedAt) AS at
      UNION ALL
        MATCH (bid)-[:COVERED_BY]->(:AnnualDeposit)-[paid:PAID_FROM]->(thing:BankAccount)
        RETURN thing, null AS text, 'ACCOUNT' AS kind, paid.at AS at
      UNION ALL
        MATCH (bid)-[part:HANDLED_BY]->(thing:Person)
        RETURN thing, null AS text, coalesce(part.role, 'OPERATOR') AS kind, bid.submittedAt AS at
    }
    RETURN thing, text, kind, at, bid.id AS bidId, lot
  UNION ALL
    CALL (firm) {
        MATCH (firm)<-[tie:LEGAL_REP_OF|OFFICER_OF|SHAREHOLDER_OF|WORKS_FOR|SOCIALLY_INSURED_BY|CONTROLS|MANAGES]-(thing)
        RETURN thing, tie.from AS day, CASE type(tie)
            WHEN 'LEGAL_REP_OF' THEN 'LEGAL_REPRESENTATIVE'
            WHEN 'OFFICER_OF' THEN 'OFFICER'
            WHEN 'SHAREHOLDER_OF' THEN 'SHAREHOLDER'
            WHEN 'WORKS_FOR' THEN 'STAFF'
            WHEN 'SOCIALLY_INSURED_BY' THEN 'INSURED'
            ELSE 'CONTROLLER' END AS kind
      UNION ALL
        MATCH (firm)-[tie:REACHABLE_AT]->(thing:Contact)
        RETURN thing, tie.from AS day, thing.kind AS kind
      UNION ALL
        MATCH (firm)-[tie:MEMBER_OF]->(thing)
        RETURN thing, tie.from AS day, CASE WHEN thing:BusinessGroup THEN 'GROUP' ELSE 'ASSOCIATION' END AS kind
      UNION ALL
        MATCH (firm)-[:BRANCH_OF]->(thing:Company)
        RETURN thing, null AS day, 'HEAD_OFFICE' AS kind
      UNION ALL
        MATCH (firm)<-[:OF]-(thing:BankAccount)
        WHERE true /* and visible(thing: BankAccount) */
        RETURN thing, null AS day, 'OWN_ACCOUNT' AS kind
      UNION ALL
        WITH firm AS thing
        RETURN thing, null AS day, 'SELF' AS kind
    }
    WITH thing, kind, day
    LIMIT 1000
    RETURN thing, null AS text, kind,
        CASE WHEN day IS NULL THEN null ELSE datetime({date: day, timezone: 'Asia/Shanghai'}) END AS at,
        null AS bidId, null AS lot
}
WITH firm, thing, text, collect(DISTINCT kind) AS kinds, min(at) AS at,
    collect(DISTINCT bidId) AS bids, collect(DISTINCT lot) AS lots
ORDER BY firm.id
WITH coalesce(thing.id, text) AS key, thing, text,
    collect({firm: firm, kinds: kinds, at: at, bids: bids, lots: lots}) AS reached
WHERE size(reached) > 1
UNWIND range(0, size(reached) - 2) AS i
UNWIND range(i + 1, size(reached) - 1) AS j
WITH key, thing, text, reached[i] AS one, reached[j] AS two
WITH key, thing, text, one, two, [lot IN one.lots WHERE lot IN two.lots] AS together
WITH one.firm AS a, two.firm AS b, key, {
    forA: one.kinds,
    forB: two.kinds,
    text: text,
    named: CASE WHEN thing IS NULL THEN null ELSE {
        id: thing.id,
        label: head([l IN labels(thing) WHERE $titles[l] IS NOT NULL]),
        texts: [q IN $titles[head([l IN labels(thing) WHERE $titles[l] IS NOT NULL])] | thing[q]]
    } END,
    entity: CASE WHEN thing IS NULL THEN null ELSE {
        id: thing.id,
        label: head([l IN labels(thing) WHERE $titles[l] IS NOT NULL]),
        texts: [q IN $titles[head([l IN labels(thing) WHERE $titles[l] IS NOT NULL])] | thing[q]],
        node: thing
    } END,
    firstSeen: CASE
        WHEN one.at IS NULL OR two.at IS NULL THEN null
        WHEN one.at > two.at THEN one.at
        ELSE two.at END,
    here: coalesce($lot IN together, false),
    otherLots: size([lot IN together WHERE $lot IS NULL OR lot <> $lot]),
    circumstance: CASE
        WHEN coalesce(thing.publicTerminal, false) THEN 'PUBLIC_TERMINAL'
        WHEN coalesce(thing.sharedNetwork, false) THEN 'SHARED_NETWORK'
        WHEN size(one.bids) > 0 AND all(bid IN one.bids WHERE bid IN two.bids)
            AND all(bid IN two.bids WHERE bid IN one.bids) THEN 'ONE_CONSORTIUM'
        ELSE null END
} AS shared
ORDER BY shared.circumstance IS NOT NULL, NOT shared.here, key
WITH a, b, collect(shared) AS via
ORDER BY size([shared IN via WHERE shared.circumstance IS NULL]) DESC, size(via) DESC, a.id, b.id
WITH collect({
    a: a,
    b: b,
    circumstance: CASE
        WHEN EXISTS { (a)-[:BRANCH_OF]-(b) } OR EXISTS { (a)-[:BRANCH_OF]->(:Company)<-[:BRANCH_OF]-(b) }
            THEN 'DECLARED_BRANCH'
        ELSE null END,
    via: via[..50],
    more: size(via) > 50
}) AS pairs
RETURN {
    pairs: pairs[..100],
    truncated: size(pairs) > 100 OR any(pair IN pairs WHERE pair.more)
} AS value
