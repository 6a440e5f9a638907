// reads: the paths of a CollusionSignal (this), of each the nodes that the viewer may see, with the ways from the one before; index on the id of each type
UNWIND this.walks AS walk
WITH walk
LIMIT 50
CALL (walk) {
  WITH split(walk, ',') AS ids
  UNWIND range(0, size(ids) - 1) AS place
  WITH place, ids[place] AS id
  CALL (id) {
      MATCH (n:Bid {id: CASE WHEN id STARTS WITH 'bid_' THEN id END}) WHERE true /* and visible(n: Bid) */
      RETURN n, 'Bid' AS label
    UNION ALL
      MATCH (n:Company {id: CASE WHEN id STARTS WITH 'com_' THEN id END}) WHERE true /* and visible(n: Company) */
      RETURN n, 'Company' AS label
    UNION ALL
      MATCH (n:Person {id: CASE WHEN id STARTS WITH 'per_' THEN id END}) WHERE true /* and visible(n: Person) */
      RETURN n, 'Person' AS label
    UNION ALL
      MATCH (n:BidDocument {id: CASE WHEN id STARTS WITH 'doc_' THEN id END}) WHERE true /* and visible(n: BidDocument) */
      RETURN n, 'BidDocument' AS label
    UNION ALL
      MATCH (n:Device {id: CASE WHEN id STARTS WITH 'dev_' THEN id END}) WHERE true /* and visible(n: Device) */
      RETURN n, 'Device' AS label
    UNION ALL
      MATCH (n:IpAddress {id: CASE WHEN id STARTS WITH 'ipa_' THEN id END}) WHERE true /* and visible(n: IpAddress) */
      RETURN n, 'IpAddress' AS label
    UNION ALL
      MATCH (n:BankAccount {id: CASE WHEN id STARTS WITH 'acc_' THEN id END}) WHERE true /* and visible(n: BankAccount) */
      RETURN n, 'BankAccount' AS label
    UNION ALL
      MATCH (n:Deposit {id: CASE WHEN id STARTS WITH 'dpt_' THEN id END}) WHERE true /* and visible(n: Deposit) */
      RETURN n, 'Deposit' AS label
    UNION ALL
      MATCH (n:AnnualDeposit {id: CASE WHEN id STARTS WITH 'adp_' THEN id END}) WHERE true /* and visible(n: AnnualDeposit) */
      RETURN n, 'AnnualDeposit' AS label
    UNION ALL
      MATCH (n:Contact {id: CASE WHEN id STARTS WITH 'con_' THEN id END}) WHERE true /* and visible(n: Contact) */
      RETURN n, 'Contact' AS label
    UNION ALL
      MATCH (n:Contract {id: CASE WHEN id STARTS WITH 'ctt_' THEN id END}) WHERE true /* and visible(n: Contract) */
      RETURN n, 'Contract' AS label
    UNION ALL
      MATCH (n:Committee {id: CASE WHEN id STARTS WITH 'cmt_' THEN id END}) WHERE true /* and visible(n: Committee) */
      RETURN n, 'Committee' AS label
    UNION ALL
      MATCH (n:AccessRecord {id: CASE WHEN id STARTS WITH 'acs_' THEN id END}) WHERE true /* and visible(n: AccessRecord) */
      RETURN n, 'AccessRecord' AS label
    UNION ALL
      MATCH (n:BusinessGroup {id: CASE WHEN id STARTS WITH 'grp_' THEN id END}) WHERE true /* and visible(n: BusinessGroup) */
      RETURN n, 'BusinessGroup' AS label
    UNION ALL
      MATCH (n:Association {id: CASE WHEN id STARTS WITH 'aso_' THEN id END}) WHERE true /* and visible(n: Association) */
      RETURN n, 'Association' AS label
    UNION ALL
      MATCH (n:Department {id: CASE WHEN id STARTS WITH 'dep_' THEN id END}) WHERE true /* and visible(n: Department) */
      RETURN n, 'Department' AS label
    UNION ALL
      MATCH (n:Lot {id: CASE WHEN id STARTS WITH 'lot_' THEN id END}) WHERE true /* and visible(n: Lot) */
      RETURN n, 'Lot' AS label
    UNION ALL
      MATCH (n:Tender {id: CASE WHEN id STARTS WITH 'tnd_' THEN id END}) WHERE true /* and visible(n: Tender) */
      RETURN n, 'Tender' AS label
    UNION ALL
      MATCH (n:Project {id: CASE WHEN id STARTS WITH 'prj_' THEN id END}) WHERE true /* and visible(n: Project) */
      RETURN n, 'Project' AS label
    UNION ALL
      MATCH (n:Award {id: CASE WHEN id STARTS WITH 'awd_' THEN id END}) WHERE true /* and visible(n: Award) */
      RETURN n, 'Award' AS label
    UNION ALL
      MATCH (n:Notice {id: CASE WHEN id STARTS WITH 'ntc_' THEN id END}) WHERE true /* and visible(n: Notice) */
      RETURN n, 'Notice' AS label
    UNION ALL
      MATCH (n:Violation {id: CASE WHEN id STARTS WITH 'vio_' THEN id END}) WHERE true /* and visible(n: Violation) */
      RETURN n, 'Violation' AS label
    UNION ALL
      MATCH (n:Objection {id: CASE WHEN id STARTS WITH 'obj_' THEN id END}) WHERE true /* and visible(n: Objection) */
      RETURN n, 'Objection' AS label
    UNION ALL
      MATCH (n:Complaint {id: CASE WHEN id STARTS WITH 'cpt_' THEN id END}) WHERE true /* and visible(n: Complaint) */
      RETURN n, 'Complaint' AS label
  }
  WITH place, n, label
  ORDER BY place
  RETURN collect({place: place, node: n, label: label}) AS steps
}
CALL (steps) {
  UNWIND range(0, size(steps) - 1) AS i
  // What is hidden in between is not passed over in words either.
  WITH steps[i].node AS n, steps[i].label AS label,
    CASE WHEN i > 0 AND steps[i - 1].place = steps[i].place - 1 THEN steps[i - 1].node END AS before
  RETURN collect({
    id: n.id,
    label: label,
    properties: properties(n),
    node: n,
    ways: CASE WHEN before IS NULL THEN [] ELSE COLLECT {
      MATCH (before)-[way]-(n)
      RETURN DISTINCT type(way) + CASE startNode(way) WHEN before THEN '>' ELSE '<' END AS step
      ORDER BY step
    } END
  }) AS nodes
}
RETURN {
  nodes: nodes,
  told: [step IN nodes | {id: step.id, label: step.label, properties: step.properties, ways: step.ways}]
} AS value
