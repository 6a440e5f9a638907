// writes: an agent's project whose owner acts, a department with an approval on its desk, a project without service; $agent, $approver, $clerk, $supervisor, $owner (ids), $now, $today
CREATE (agent:Person {id: $agent, name: '代办员'}), (other:Person {id: 'per_other', name: '别人'}),
    (approver:Person {id: $approver, name: '审批人'}), (clerk:Person {id: $clerk, name: '窗口'}),
    (supervisor:Person {id: $supervisor, name: '督查员'}),
    (owner:Company {id: $owner, name: '业主公司'}),
    (desk:Department {id: 'dep_desk', name: '住建局'}), (land:Department {id: 'dep_land', name: '资规局'}),
    (approver)-[:WORKS_FOR]->(desk),
    (town:Region {id: 'reg_town', code: '339901001', name: '甲镇'}),
    (mine:Project {id: 'prj_mineminemineminemineminemi', projectCode: '2501-339901-04-01-000001', name: '甲项目', status: 'ACTIVE', general: true, updatedAt: $now}),
    (bare:Project {id: 'prj_barebarebarebarebarebareba', projectCode: '2501-339901-04-01-000002', name: '乙项目', status: 'ACTIVE', updatedAt: $now}),
    (mine)-[:IN]->(town), (owner)-[:OWNS {role: 'OWNER'}]->(mine),
    (service:AgencyService {id: 'ags_1', agreementNo: 'A1', state: 'SIGNED', startOn: $today - duration({days: 100}), updatedAt: $now}),
    (mine)-[:SERVED_BY]->(service),
    (agent)-[:MEMBER_OF {role: 'AGENT', from: $today - duration({days: 100})}]->(service),
    (agent)-[:GAVE]->(:Consent {id: 'cns_1', code: 'c1', purpose: 'VISIT_LOCATION', notice: 'v1', givenAt: $now}),
    (plan:ApprovalItem {id: 'api_plan', stdCode: 'P', name: '规划许可', stage: '2', promisedDays: 8}),
    (works:ApprovalItem {id: 'api_works', stdCode: 'W', name: '施工许可', stage: '3', milestone: true, promisedDays: 5, commitment: true}),
    (works)-[:AFTER]->(plan),
    (mine)-[:HAS_APPROVAL]->(open:Approval {
        id: 'apv_openopenopenopenopenopenop', instanceNo: 'I1', status: '1', submittedAt: $now - duration({days: 30}), deskSince: $now - duration({days: 30}),
        updatedAt: $now
    }),
    (open)-[:OF_ITEM]->(plan), (open)-[:AT_DESK_OF]->(desk)
WITH 1 AS one
UNWIND range(-3, 1) AS year
UNWIND [[1, 1], [5, 1], [10, 1], [10, 2]] AS free
MERGE (:CalendarDay {id: 'cal_' + year + free[0] + free[1], date: date({year: $today.year + year, month: free[0], day: free[1]}), working: false})
