// reads: names of those of $ids that are no secret, with their types: companies, lots, bids, contracts, committees; $ids; constraints company_id, lot_id, bid_id, contract_id
UNWIND $ids AS id
OPTIONAL MATCH (company:Company {id: id})
OPTIONAL MATCH (lot:Lot {id: id})
OPTIONAL MATCH (bid:Bid {id: id})
OPTIONAL MATCH (contract:Contract {id: id})
WITH id, coalesce(company.name, lot.bidSectionCode, bid.bidNo, contract.contractNo) AS name
WHERE name IS NOT NULL
RETURN id, name
