// reads: cases in which companies were held to be suspected from $from to $to and that were not cleared, what they are about, and talks held; $from, $to, $now; indexes collusion_case_suspected_at, interview_held_at
WITH coalesce($from, date('1900-01-01')) AS first, coalesce($to, date($now)) AS last
OPTIONAL MATCH (matter:CollusionCase)
WHERE date(matter.suspectedAt) >= first AND date(matter.suspectedAt) <= last
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
    MATCH (talk:Interview)
    WHERE talk.status = 'HELD' AND date(talk.heldAt) >= first AND date(talk.heldAt) <= last
  }
} AS value
