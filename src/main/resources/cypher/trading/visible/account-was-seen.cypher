// rule: a BankAccount registered as a basic account, from which an annual deposit was paid, or a security or its premium for a bid in an opened lot
coalesce(this.basicAccount, false)
OR EXISTS { (this)<-[:PAID_FROM]-(:AnnualDeposit) }
OR EXISTS {
  (this)<-[:PAID_FROM|PREMIUM_PAID_FROM]-(:Deposit)<-[:SECURED_BY]-(:Bid)-[:FOR_LOT]->(itsLot:Lot)
  WHERE itsLot.openedAt <= $now
}
