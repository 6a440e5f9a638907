// reads: whether every signed service has its visit due of a week, {made} in one row; $isoWeek, $first and $last (days of the week); index agency_service_state
RETURN NOT EXISTS {
    MATCH (service:AgencyService {state: 'SIGNED'})
    WHERE coalesce(service.startOn <= $last, true) AND coalesce(service.endOn >= $first, true)
      AND NOT EXISTS { (service)<-[:DUE_UNDER]-(:VisitObligation {isoWeek: $isoWeek}) }
} AS made
