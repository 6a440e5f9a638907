// rule: a Device that is a public terminal or served a bid in an opened lot or an access to one; else its appearing would tell that somebody bid
coalesce(this.publicTerminal, false)
OR EXISTS {
  (this)<-[:MADE_ON|UPLOADED_FROM]-(:BidDocument)<-[:HAS_DOCUMENT]-(:Bid)-[:FOR_LOT]->(itsLot:Lot)
  WHERE itsLot.openedAt <= $now
}
OR EXISTS { (this)<-[:SIGNED_WITH]-(:Bid)-[:FOR_LOT]->(itsSignedLot:Lot) WHERE itsSignedLot.openedAt <= $now }
OR EXISTS {
  (this)<-[:ACCESSED_FROM]-(:AccessRecord)-[:ACCESSED]->(itsSeenLot:Lot)
  WHERE itsSeenLot.openedAt <= $now
}
OR EXISTS {
  (this)<-[:ACCESSED_FROM]-(:AccessRecord)-[:ACCESSED]->(:BidDocument)<-[:HAS_DOCUMENT]-(:Bid)-[:FOR_LOT]->(itsFileLot:Lot)
  WHERE itsFileLot.openedAt <= $now
}
