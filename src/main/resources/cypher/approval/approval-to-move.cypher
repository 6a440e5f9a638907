// writes: locks an Approval and tells what its next step depends on, one row; none when there is no such approval; $approval, $viewer, $at (when it is taken), $now, $desk and $officer (ids or null); constraints approval_id, department_id, person_id; index calendar_day_date
MATCH (a:Approval {id: $approval})
// Locked before it is read, or two could move it at once.
SET a.moving = true
WITH a
SET a.moving = null
WITH a
OPTIONAL MATCH (a)-[:OF_ITEM]->(item:ApprovalItem)
OPTIONAL MATCH (a)-[:AT_DESK_OF]->(desk:Department)
WITH a, item, desk
CALL (a) {
    OPTIONAL MATCH (a)<-[:STEP_OF]-(step:ApprovalStep)
    RETURN max(step.at) AS lastAt
}
// Whole years, for a year of which the calendar has no day is unknown; promised days never take longer than twice their number and a month.
CALL (a, item) {
    OPTIONAL MATCH (a)-[:CLOCKED]->(i:ClockInterval)
    WITH item, coalesce(min(date(i.from)), date($at)) AS begun
    WITH CASE WHEN begun < date($at) THEN begun ELSE date($at) END AS first,
        date($at) + duration({days: 2 * coalesce(item.promisedDays, 0) + 31}) AS last
    OPTIONAL MATCH (day:CalendarDay) USING INDEX day:CalendarDay(date)
    WHERE day.date >= date.truncate('year', first) AND day.date < date.truncate('year', last) + duration({years: 1})
    RETURN collect(CASE WHEN NOT day.working THEN day.date END) AS free, collect(CASE WHEN day.working THEN day.date END) AS added
}
RETURN properties(a) AS approval,
    item.promisedDays AS promisedDays,
    coalesce(item.commitment, false) AS commitment,
    coalesce(lastAt, a.acceptedAt, a.submittedAt) AS lastAt,
    desk.id AS desk,
    EXISTS {
        (desk)<-[post:WORKS_FOR]-(me:Person)
        WHERE me.id = $viewer.personId AND coalesce(post.to >= date($now), true) AND coalesce(post.from <= date($now), true)
    } AS mine,
    COLLECT {
        MATCH (item)-[:AFTER]->(before:ApprovalItem)
        WHERE NOT EXISTS {
            (a)<-[:HAS_APPROVAL]-(:Project)-[:HAS_APPROVAL]->(done:Approval)-[:OF_ITEM]->(before)
            WHERE done.status IN ['11', '12']
        }
        RETURN before.name
    } AS before,
    COLLECT {
        MATCH (a)-[:CLOCKED]->(i:ClockInterval)
        WHERE i.kind IN ['GOVERNMENT', 'GOV_INTERMEDIARY', 'UTILITY']
        RETURN [date(i.from), date(coalesce(i.to, $now))]
    } AS counted,
    $desk IS NULL OR EXISTS { (:Department {id: $desk}) } AS deskKnown,
    $officer IS NULL OR EXISTS {
        (:Person {id: $officer})-[post:WORKS_FOR]->(:Department {id: coalesce($desk, desk.id)})
        WHERE coalesce(post.to >= date($now), true) AND coalesce(post.from <= date($now), true)
    } AS officerKnown,
    COLLECT {
        MATCH (a)<-[:HAS_APPROVAL]-(:Project)<-[:OWNS]-(owner:Company)
        RETURN owner.id AS id
      UNION
        MATCH (a)<-[:HAS_APPROVAL]-(:Project)-[:SERVED_BY]->(:AgencyService {state: 'SIGNED'})<-[part:MEMBER_OF]-(member:Person)
        WHERE coalesce(part.to >= date($now), true)
        RETURN member.id AS id
    } AS concerned,
    free, added
