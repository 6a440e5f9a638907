// reads: calendar days since a Contract (this) was found performed while its security has not been given back; no row when nothing is owed; $now; this only, no index
WITH this
WHERE this.performanceBond > 0 AND this.performedOn IS NOT NULL AND this.bondReturnedAt IS NULL
RETURN duration.inDays(this.performedOn, date($now)).days AS value
