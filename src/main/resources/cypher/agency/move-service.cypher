// writes: an AgencyService's next state; $service, $values; constraint agency_service_id
MATCH (service:AgencyService {id: $service})
SET service += $values
