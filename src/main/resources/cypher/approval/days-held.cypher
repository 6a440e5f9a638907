// reads: calendar days an Approval (this) has lain on its desk until $now or its decision, null when unknown; no index, no step away from this
RETURN duration.inDays(date(this.deskSince), date(coalesce(this.completedAt, $now))).days AS value
