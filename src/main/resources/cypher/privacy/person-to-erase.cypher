// reads: whether a person is there and has a post, a seat in a service or an office of a company today; $person, $now; returns serves; constraint person_id
MATCH (person:Person {id: $person})
RETURN EXISTS {
    (person)-[post:WORKS_FOR|STAFFS|MEMBER_OF|LEGAL_REP_OF|OFFICER_OF|LIAISES|SECONDED_TO]->()
    WHERE coalesce(post.to >= date($now), true)
} AS serves
