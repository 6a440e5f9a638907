// reads: which departments oversee a Tender (this) on what ground, with the entrustments in force, one map as Oversight a row; this bound; $now; expands from the tender, by no index
MATCH (this)<-[duty:SUPERVISES]-(department:Department)
OPTIONAL MATCH (giver:Department)-[part:ENTRUSTS]->(department)
WHERE duty.basis = 'ENTRUSTED' AND coalesce(duty.entrustedBy = giver.id, true)
    AND coalesce(part.from <= date($now), true) AND coalesce(part.to >= date($now), true)
RETURN {
    department: department,
    basis: duty.basis,
    entrustedBy: giver,
    scope: part.scope,
    docNo: part.docNo,
    from: part.from,
    to: part.to
} AS value
ORDER BY department.id, part.from, giver.id
