// writes: an owner's rating of an AgencyService; $service, $values; constraint agency_service_id
MATCH (service:AgencyService {id: $service})
CREATE (rating:ServiceRating)-[:RATED]->(service)
SET rating = $values
