// reads: the Deposit or AnnualDeposit with a number, {id} or no row; $depositNo; constraints deposit_no, annual_deposit_deposit_no
OPTIONAL MATCH (deposit:Deposit {depositNo: $depositNo})
OPTIONAL MATCH (annual:AnnualDeposit {depositNo: $depositNo})
WITH coalesce(deposit.id, annual.id) AS id
WHERE id IS NOT NULL
RETURN id
