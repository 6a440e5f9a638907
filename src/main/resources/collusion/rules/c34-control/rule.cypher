// reads: bidders of a lot of which one controls or manages the other, or that one holds through others, at its opening; one row {tested, hits}; $lot, $now, $limits; constraint lot_id
MATCH (lot:Lot {id: $lot})
WHERE lot.openedAt <= $now
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(firm:Company)
    WHERE EXISTS { (firm)-[:CONTROLS|MANAGES|SHAREHOLDER_OF|BRANCH_OF]-() }
    RETURN count(DISTINCT bid) AS tested
}
CALL (lot) {
    MATCH (lot)<-[:FOR_LOT]-(:Bid)<-[:SUBMITTED]-(firm:Company)
    WITH lot, collect(DISTINCT firm) AS firms
    UNWIND firms AS firm
    // Who stands above a bidder, the bidder itself among them: by control, management, a share above the limit, or as head office.
    CALL (lot, firm) {
        MATCH path = (above)-[:CONTROLS|MANAGES|SHAREHOLDER_OF*0..3]->(firm)
        WHERE all(step IN relationships(path) WHERE
            coalesce(step.from <= date(lot.openedAt), true) AND coalesce(step.to >= date(lot.openedAt), true)
            AND (type(step) <> 'SHAREHOLDER_OF' OR coalesce(step.share > $limits.share, false)))
        RETURN above, reverse([node IN nodes(path) | node.id]) AS walk
      UNION
        MATCH (firm)-[:BRANCH_OF]->(above:Company)
        RETURN above, [firm.id, above.id] AS walk
    }
    WITH lot, above, collect(DISTINCT firm) AS firms, collect(walk) AS walks
    WHERE size(firms) > 1
    // One chain shows itself at each of its links; the lowest common one is enough.
    WITH lot, firms, collect({above: above.id, walks: walks}) AS found
    UNWIND firms AS firm
    WITH lot, firms, found, COLLECT { MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED]-(one:Company) WHERE one IN firms RETURN DISTINCT bid.id } AS bids
    WITH DISTINCT firms, found, bids
    WITH firms, bids, reduce(least = head(found), one IN found | CASE
        WHEN size(reduce(all = [], walk IN one.walks | all + walk)) < size(reduce(all = [], walk IN least.walks | all + walk)) THEN one
        ELSE least END) AS nearest
    RETURN collect({firms: [firm IN firms | firm.id], bids: bids, walks: nearest.walks, values: {}}) AS hits
}
RETURN tested, hits
