// rule: a Score of a bid in an opened lot, to supervisors and importers; to others once the lot's result is published
EXISTS {
  (this)-[:OF]->(:Bid)-[:FOR_LOT]->(itsLot:Lot)
  WHERE itsLot.openedAt <= $now
    AND (any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'IMPORTER'])
      OR EXISTS {
        (itsLot)-[:AWARDED]->(itsAward:Award)
        WHERE itsAward.noticeAt <= $now OR itsAward.publicityFrom <= date($now)
      })
}
