// writes: locks the agent and tells what the visits to be recorded depend on, a row for each; $person, $visits (clientId, project, on, attachments), $visitRoles; constraints person_id, visit_client_id, project_id, attachment_id
MATCH (me:Person {id: $person})
// Locked, so that one phone's requests are taken one after another.
SET me.recording = true
WITH me
SET me.recording = null
WITH me
UNWIND $visits AS row
OPTIONAL MATCH (already:Visit {clientId: row.clientId})
OPTIONAL MATCH (project:Project {id: row.project})
CALL (me, project, row) {
    OPTIONAL MATCH (project)-[:SERVED_BY]->(service:AgencyService)
    WHERE service.state IN ['SIGNED', 'ENDED']
      AND coalesce(service.startOn <= row.on, true) AND coalesce(service.endOn >= row.on, true)
      AND (service.state = 'SIGNED' OR service.endOn IS NOT NULL)
    WITH me, service, row, EXISTS {
        (me)-[part:MEMBER_OF]->(service)
        WHERE part.role IN $visitRoles AND coalesce(part.from <= row.on, true) AND coalesce(part.to >= row.on, true)
    } AS member
    ORDER BY member DESC, service.id
    LIMIT 1
    RETURN service, member
}
RETURN row.clientId AS clientId,
    already IS NOT NULL AS recorded,
    already IS NOT NULL AND NOT EXISTS { (me)-[:MADE]->(already) } AS others,
    project IS NOT NULL AS known,
    service.id AS service,
    member,
    COLLECT {
        UNWIND row.attachments AS id
        OPTIONAL MATCH (file:Attachment {id: id})
        WITH id, file
        WHERE file IS NULL OR EXISTS { (file)-[:ATTACHED_TO]->() } OR NOT EXISTS { (file)-[:UPLOADED_BY]->(me) }
        RETURN id
    } AS strangeFiles,
    EXISTS {
        (me)-[:GAVE]->(consent:Consent {purpose: 'VISIT_LOCATION'})
        WHERE consent.withdrawnAt IS NULL
    } AS consents
