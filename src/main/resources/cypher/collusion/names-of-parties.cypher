// reads: names of companies, groups and departments by their ids ($ids), {id, name} a row; constraints company_id, business_group_id, department_id
MATCH (party:Company)
WHERE party.id IN $ids
RETURN party.id AS id, party.name AS name
UNION
MATCH (party:BusinessGroup)
WHERE party.id IN $ids
RETURN party.id AS id, party.name AS name
UNION
MATCH (party:Department)
WHERE party.id IN $ids
RETURN party.id AS id, party.name AS name
