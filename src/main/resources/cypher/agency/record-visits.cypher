// writes: new Visits of an agent, with the week's visit that each fulfils; $person, $visits (values, project, attachments, service, obligation, due (values of it), counts, late), $now; constraints person_id, project_id, agency_service_id, visit_obligation_id, attachment_id
MATCH (me:Person {id: $person})
UNWIND $visits AS row
CREATE (me)-[:MADE]->(visit:Visit)
SET visit = row.values
WITH visit, row
CALL (visit, row) {
    MATCH (project:Project {id: row.project})
    CREATE (visit)-[:TO]->(project)
    WITH visit, project
    MATCH (project)-[:IN]->(region:Region)
    CREATE (visit)-[:IN]->(region)
}
CALL (visit, row) {
    UNWIND row.attachments AS id
    MATCH (file:Attachment {id: id})
    CREATE (file)-[:ATTACHED_TO]->(visit)
}
CALL (visit, row) {
    WITH visit, row
    // A visit that came too late makes no week one that owed a visit.
    WHERE row.obligation IS NOT NULL AND (row.counts OR EXISTS { (:VisitObligation {id: row.obligation}) })
    MATCH (service:AgencyService {id: row.service})
    MERGE (o:VisitObligation {id: row.obligation})
    ON CREATE SET o += row.due
    MERGE (o)-[:DUE_UNDER]->(service)
    CREATE (visit)-[:FULFILS]->(o)
    SET o.state = CASE WHEN o.state = 'EXEMPT' THEN 'EXEMPT' WHEN row.counts THEN 'DONE' ELSE o.state END,
        o.note = CASE WHEN row.counts THEN null ELSE coalesce(o.note, row.late) END,
        o.updatedAt = $now
}
