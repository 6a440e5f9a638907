// rule: a result of the BiddingMarket that is current
EXISTS {
  (itsMarket:BiddingMarket)
  WHERE itsMarket.id = this.run AND itsMarket.currentFrom <= $now AND itsMarket.currentUntil > $now
}
