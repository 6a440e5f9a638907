// Writes the benchmark's graph from generated rows; the statements are told apart by the names above them.

// statement: regions
UNWIND $rows AS row
CREATE (:Region {id: row.id, code: row.code, name: row.name});

// statement: companies
UNWIND $rows AS row
CREATE (:Company {id: row.id, uscc: row.uscc, name: row.name});

// statement: projects
UNWIND $rows AS row
MATCH (region:Region {id: row.region})
CREATE (project:Project {
  id: row.id, projectCode: row.code, name: row.name, totalInvestment: row.investment, status: '1'
})
CREATE (project)-[:IN]->(region)
CREATE (project)-[:PROCURED_BY]->(tender:Tender {id: row.tender, tenderProjectCode: row.code, name: row.name})
CREATE (tender)-[:HAS_LOT]->(:Lot {
  id: row.lot, bidSectionCode: row.code, round: 1, name: row.lotName, controlPrice: row.investment, openedAt: row.openedAt
});

// statement: bids
UNWIND $rows AS row
MATCH (lot:Lot {id: row.lot})
MATCH (company:Company {id: row.company})
CREATE (company)-[:SUBMITTED]->(:Bid {
  id: row.id, bidNo: row.bidNo, round: 1, sequence: 1, price: row.price, rank: row.rank, submittedAt: row.submittedAt
})-[:FOR_LOT]->(lot);

// statement: ready
CALL db.awaitIndexes(120);

// statement: counted
MATCH (bid:Bid) RETURN count(bid) AS bids;
