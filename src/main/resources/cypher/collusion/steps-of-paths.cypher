// reads: for each of $walks (lists of ids) its nodes that are there, by place: the name, when it is no secret (companies, lots, bids, contracts), and the relations from the node before, as type with > along or < against it; $walks; index on the id of each type
UNWIND range(0, size($walks) - 1) AS walk
CALL (walk) {
  UNWIND range(0, size($walks[walk]) - 1) AS place
  WITH place, $walks[walk][place] AS id
  CALL (id) {
      MATCH (n:Bid {id: CASE WHEN id STARTS WITH 'bid_' THEN id END})
      RETURN n, n.bidNo AS name
    UNION ALL
      MATCH (n:Company {id: CASE WHEN id STARTS WITH 'com_' THEN id END})
      RETURN n, n.name AS name
    UNION ALL
      MATCH (n:Person {id: CASE WHEN id STARTS WITH 'per_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:BidDocument {id: CASE WHEN id STARTS WITH 'doc_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Device {id: CASE WHEN id STARTS WITH 'dev_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:IpAddress {id: CASE WHEN id STARTS WITH 'ipa_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:BankAccount {id: CASE WHEN id STARTS WITH 'acc_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Deposit {id: CASE WHEN id STARTS WITH 'dpt_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:AnnualDeposit {id: CASE WHEN id STARTS WITH 'adp_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Contact {id: CASE WHEN id STARTS WITH 'con_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Contract {id: CASE WHEN id STARTS WITH 'ctt_' THEN id END})
      RETURN n, n.contractNo AS name
    UNION ALL
      MATCH (n:Committee {id: CASE WHEN id STARTS WITH 'cmt_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:AccessRecord {id: CASE WHEN id STARTS WITH 'acs_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:BusinessGroup {id: CASE WHEN id STARTS WITH 'grp_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Association {id: CASE WHEN id STARTS WITH 'aso_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Department {id: CASE WHEN id STARTS WITH 'dep_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Lot {id: CASE WHEN id STARTS WITH 'lot_' THEN id END})
      RETURN n, n.bidSectionCode AS name
    UNION ALL
      MATCH (n:Tender {id: CASE WHEN id STARTS WITH 'tnd_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Project {id: CASE WHEN id STARTS WITH 'prj_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Award {id: CASE WHEN id STARTS WITH 'awd_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Notice {id: CASE WHEN id STARTS WITH 'ntc_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Violation {id: CASE WHEN id STARTS WITH 'vio_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Objection {id: CASE WHEN id STARTS WITH 'obj_' THEN id END})
      RETURN n, null AS name
    UNION ALL
      MATCH (n:Complaint {id: CASE WHEN id STARTS WITH 'cpt_' THEN id END})
      RETURN n, null AS name
  }
  WITH place, n, name
  ORDER BY place
  RETURN collect({place: place, node: n, name: name}) AS steps
}
UNWIND range(0, size(steps) - 1) AS i
WITH walk, steps[i].place AS place, steps[i].node AS n, steps[i].name AS name,
  CASE WHEN i > 0 AND steps[i - 1].place = steps[i].place - 1 THEN steps[i - 1].node END AS before
RETURN walk, place, name,
  CASE WHEN before IS NULL THEN [] ELSE COLLECT {
    MATCH (before)-[way]-(n)
    RETURN DISTINCT type(way) + CASE startNode(way) WHEN before THEN '>' ELSE '<' END AS step
    ORDER BY step
  } END AS ways
