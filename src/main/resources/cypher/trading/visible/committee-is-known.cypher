// rule: a Committee, to supervisors and importers; to others when every lot that it judged is opened and has a published result
any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'IMPORTER'])
OR (EXISTS { (this)-[:JUDGED]->(:Lot) }
  AND NOT EXISTS {
    (this)-[:JUDGED]->(itsLot:Lot)
    WHERE NOT (coalesce(itsLot.openedAt <= $now, false)
      AND EXISTS {
        (itsLot)-[:AWARDED]->(itsAward:Award)
        WHERE itsAward.noticeAt <= $now OR itsAward.publicityFrom <= date($now)
      })
  })
