// rule: the LotScreens of an opened lot from the BiddingMarket that is current
EXISTS { (this)<-[:SCREENED_AS]-(itsLot:Lot) WHERE itsLot.openedAt <= $now }
AND EXISTS {
  (itsMarket:BiddingMarket)
  WHERE itsMarket.id = this.run AND itsMarket.currentFrom <= $now AND itsMarket.currentUntil > $now
}
