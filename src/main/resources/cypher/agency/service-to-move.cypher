// writes: locks an AgencyService and tells what its next state depends on, one row; none when there is no such; $service, $viewer, $now; constraint agency_service_id
MATCH (service:AgencyService {id: $service})
SET service.moving = true
WITH service
SET service.moving = null
WITH service
RETURN properties(service) AS service,
    head(COLLECT { MATCH (service)<-[:SERVED_BY]-(project:Project) RETURN project.id }) AS project,
    EXISTS { (service)<-[:SERVED_BY]-(:Project)<-[:OWNS]-(:Company {id: $viewer.companyId}) } AS owned,
    COLLECT {
        MATCH (service)<-[part:MEMBER_OF]-(:Person)
        WHERE coalesce(part.to >= date($now), true)
        RETURN DISTINCT part.role
    } AS roles,
    EXISTS { (service)<-[:RATED]-(r:ServiceRating) WHERE date(r.at) = date($now) } AS rated
