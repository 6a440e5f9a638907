// rule: an AccessRecord of an opened lot or of a file of a bid in one
EXISTS { (this)-[:ACCESSED]->(itsLot:Lot) WHERE itsLot.openedAt <= $now }
OR EXISTS {
  (this)-[:ACCESSED]->(:BidDocument)<-[:HAS_DOCUMENT]-(:Bid)-[:FOR_LOT]->(itsFileLot:Lot)
  WHERE itsFileLot.openedAt <= $now
}
