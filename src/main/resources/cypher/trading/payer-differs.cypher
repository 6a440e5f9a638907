// reads: whether the payer that a slip names for a Deposit (this) is none of its bid's companies; no row when no slip names one; steps from this, no index
MATCH (this)-[paid:PAID_FROM]->(:BankAccount)
WHERE paid.payerName IS NOT NULL
RETURN NOT EXISTS {
    MATCH (this)<-[:SECURED_BY]-(:Bid)<-[:SUBMITTED|JOINED]-(bidder:Company)
    WHERE bidder.name = paid.payerName
} AS value
