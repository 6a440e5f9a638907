// reads: what the official calendar says of some days, {free, added} in one row; $first, $last; index calendar_day_date
OPTIONAL MATCH (day:CalendarDay) USING INDEX day:CalendarDay(date)
WHERE day.date >= $first AND day.date <= $last
RETURN collect(CASE WHEN NOT day.working THEN day.date END) AS free, collect(CASE WHEN day.working THEN day.date END) AS added
