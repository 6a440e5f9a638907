// writes: screens of lots, once for each lot and run; $rows (lot, run, id, values); constraints lot_id, lot_screens_run_id
UNWIND $rows AS row
MATCH (lot:Lot {id: row.lot})
MERGE (screens:LotScreens {run: row.run, id: row.id})
ON CREATE SET screens += row.values
MERGE (lot)-[:SCREENED_AS]->(screens)
