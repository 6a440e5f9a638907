// reads: signed services that have no visit due in a week yet, {service} a row, at most $most; $isoWeek, $first and $last (days of the week); index agency_service_state
MATCH (service:AgencyService {state: 'SIGNED'})
WHERE coalesce(service.startOn <= $last, true) AND coalesce(service.endOn >= $first, true)
  AND NOT EXISTS { (service)<-[:DUE_UNDER]-(:VisitObligation {isoWeek: $isoWeek}) }
RETURN service.id AS service
ORDER BY service
LIMIT $most
