// rule: a BankAccount registered as a basic account, or from which a bid in an opened lot was secured
coalesce(this.basicAccount, false)
OR EXISTS {
  (this)<-[:PAID_FROM]-(:Deposit)<-[:SECURED_BY]-(:Bid)-[:FOR_LOT]->(itsLot:Lot)
  WHERE itsLot.openedAt <= $now
}
