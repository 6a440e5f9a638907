// reads: names of companies and groups by their ids ($ids), {id, name} a row; constraints company_id, business_group_id
MATCH (party:Company)
WHERE party.id IN $ids
RETURN party.id AS id, party.name AS name
UNION
MATCH (party:BusinessGroup)
WHERE party.id IN $ids
RETURN party.id AS id, party.name AS name
