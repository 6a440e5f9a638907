// rule: a Contract without an award in a lot that is not opened, to a viewer who supervises trading, and to the company that won
NOT EXISTS {
  (this)<-[:CONTRACTED]-(:Award)<-[:AWARDED]-(itsLot:Lot)
  WHERE NOT coalesce(itsLot.openedAt <= $now, false)
}
AND (any(itsRole IN $viewer.roles WHERE itsRole IN ['SUPERVISOR', 'ANALYST', 'CASE_OFFICER', 'DIRECTOR', 'IMPORTER', 'TOWN_TRADER', 'TRADING_CENTRE'])
  OR ($viewer.companyId IS NOT NULL
    AND EXISTS {
      (this)<-[:CONTRACTED]-(:Award)-[:TO]->(itsWinner:Company)
      WHERE itsWinner.id = $viewer.companyId
    }))
