// reads: days that a Difficulty (this) is past its due day, until it was resolved or $now; null without a due day; this bound; no index, no step away from this
WITH this, date(coalesce(this.resolvedAt, $now)) AS until
RETURN CASE WHEN this.dueOn IS NULL THEN null
    WHEN this.status = 'REJECTED' OR until <= this.dueOn THEN 0
    ELSE duration.inDays(this.dueOn, until).days END AS value
