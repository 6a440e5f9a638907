// rule: an IpAddress that very many share, or that served a bid in an opened lot or an access to one; else its appearing would tell that somebody bid
coalesce(this.sharedNetwork, false)
OR EXISTS {
  (this)<-[:UPLOADED_FROM]-(:BidDocument)<-[:HAS_DOCUMENT]-(:Bid)-[:FOR_LOT]->(itsLot:Lot)
  WHERE itsLot.openedAt <= $now
}
OR EXISTS {
  (this)<-[:ACCESSED_FROM]-(:AccessRecord)-[:ACCESSED]->(itsSeenLot:Lot)
  WHERE itsSeenLot.openedAt <= $now
}
OR EXISTS {
  (this)<-[:ACCESSED_FROM]-(:AccessRecord)-[:ACCESSED]->(:BidDocument)<-[:HAS_DOCUMENT]-(:Bid)-[:FOR_LOT]->(itsFileLot:Lot)
  WHERE itsFileLot.openedAt <= $now
}
