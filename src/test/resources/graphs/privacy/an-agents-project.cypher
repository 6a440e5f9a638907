// writes: an agent serves one project of two; its owner and the department at whose desk it lies have people; three visits, $id (ids of people by name), $phone (sealed), $now
UNWIND keys($id) AS name
CREATE (:Person {
    id: $id[name], name: '王小明', phoneEnc: $phone, phoneHash: name, idNumberEnc: $phone, idNumberHash: name, updatedAt: $now
})
WITH count(*) AS people
MATCH (agent:Person {id: $id.agent}), (owner:Person {id: $id.owner}), (officer:Person {id: $id.officer}),
    (former:Person {id: $id.former}), (stranger:Person {id: $id.stranger}), (other:Person {id: $id.other})
SET agent.employeeNo = 'G0001'
CREATE (mine:Project {id: 'prj_mine', projectCode: 'p1', name: '甲'}),
    (theirs:Project {id: 'prj_theirs', projectCode: 'p2', name: '乙'}),
    (service:AgencyService {id: 'ags_1', agreementNo: 'a1'}),
    (company:Company {id: 'com_owner', name: '业主公司'}),
    (elsewhere:Company {id: 'com_else', name: '别的公司'}),
    (desk:Department {id: 'dep_desk', name: '住建局'}),
    (mine)-[:SERVED_BY]->(service), (agent)-[:MEMBER_OF {role: 'AGENT'}]->(service),
    (company)-[:OWNS]->(mine), (elsewhere)-[:OWNS]->(theirs),
    (owner)-[:WORKS_FOR]->(company), (former)-[:WORKS_FOR {to: date('2020-01-01')}]->(company),
    (stranger)-[:WORKS_FOR]->(elsewhere), (officer)-[:WORKS_FOR]->(desk),
    (mine)-[:HAS_APPROVAL]->(:Approval {id: 'apv_1', instanceNo: 'i1'})-[:AT_DESK_OF]->(desk),
    (agent)-[:GAVE]->(:Consent {
        id: 'cns_1', code: 'c1', purpose: 'VISIT_LOCATION', notice: 'v1', givenAt: datetime('2020-01-01T00:00:00Z')
    })
WITH *
UNWIND [[agent, 'v1', 10], [agent, 'v2', 500], [other, 'v3', 10]] AS made
WITH mine, made[0] AS by, made[1] AS name, made[2] AS days
CREATE (by)-[:MADE]->(:Visit {
    id: 'vis_' + name, clientId: name, occurredAt: $now - duration({days: days}), location: point({latitude: 29.8, longitude: 121.5})
})-[:TO]->(mine)
