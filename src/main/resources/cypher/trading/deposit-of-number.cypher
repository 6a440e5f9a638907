// reads: the Deposit with a number, {id} or no row; $depositNo; constraint deposit_no
MATCH (deposit:Deposit {depositNo: $depositNo})
RETURN deposit.id AS id
