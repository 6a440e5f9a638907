// reads: an account of a company by its number's hash, {id, basic} or no row; $company, $hash; constraint company_id
MATCH (company:Company {id: $company})<-[:OF]-(account:BankAccount)
WHERE account.numberHash = $hash
RETURN account.id AS id, coalesce(account.basicAccount, false) AS basic
