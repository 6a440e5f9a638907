// reads: cases in which companies were held to be suspected from $from to $to and that were not cleared, what they are about, and talks held for them; $from, $to, $now; index collusion_case_suspected_at
WITH coalesce($from, date('1900-01-01')) AS first, coalesce($to, date($now)) AS last
OPTIONAL MATCH (matter:CollusionCase)
WHERE matter.suspectedAt >= datetime({date: first, timezone: 'Asia/Shanghai'})
    AND matter.suspectedAt < datetime({date: last, timezone: 'Asia/Shanghai'}) + duration('P1D')
WITH first, last, collect(matter) AS judged
WITH first, last, judged, [matter IN judged WHERE coalesce(matter.outcome, '') <> 'CLEARED'] AS stand
RETURN {
  cases: size(stand),
  tenders: COUNT {
    UNWIND stand AS matter
    MATCH (matter)-[:CONCERNS]->(:Lot)<-[:HAS_LOT]-(tender:Tender)
    RETURN DISTINCT tender
  },
  companies: COUNT {
    UNWIND stand AS matter
    MATCH (matter)<-[:SUSPECTED_IN]-(company:Company)
    RETURN DISTINCT company
  },
  confirmed: size([matter IN stand WHERE matter.outcome = 'CONFIRMED']),
  transferred: size([matter IN stand WHERE matter.outcome = 'TRANSFERRED']),
  cleared: size(judged) - size(stand),
  interviews: COUNT {
    UNWIND judged AS matter
    MATCH (matter)-[:LED_TO]->(talk:Interview)
    WHERE talk.status = 'HELD'
    RETURN DISTINCT talk
  }
} AS value
