// writes: three agents, one with visits due and overdue work, one whose service ended, one with nothing due; approvers of a department; the week of $monday; $monday
CREATE (busy:Person {id: 'per_busy', name: '张三', employeeNo: 'E001', phone: '13800001234'}),
    (former:Person {id: 'per_former', name: '李四', employeeNo: 'E002'}),
    (idle:Person {id: 'per_idle', name: '王五', employeeNo: 'E003'}),
    (approver:Person {id: 'per_approver', name: '赵六', employeeNo: 'E004'}),
    (colleague:Person {id: 'per_colleague', name: '孙七', employeeNo: 'E005'}),
    (moved:Person {id: 'per_moved', name: '周八', employeeNo: 'E006'}),
    (liaison:Person {id: 'per_liaison', name: '吴九', employeeNo: 'E007'}),
    (desk:Department {id: 'dep_desk', name: '住建局'}),
    (approver)-[:WORKS_FOR]->(desk), (colleague)-[:WORKS_FOR]->(desk),
    (moved)-[:WORKS_FOR {to: $monday - duration({days: 1})}]->(desk)
WITH *
UNWIND [approver, moved] AS who
CREATE (who)<-[:ACCOUNT_OF]-(:Account {id: 'acc_' + who.id, username: who.id})
    <-[:GRANTED_TO]-(:RoleGrant {id: 'rgr_' + who.id, role: 'DEPARTMENT_APPROVER', from: $monday - duration({days: 100})})
WITH DISTINCT busy, former, idle, liaison, desk
UNWIND [['a', '甲项目', busy, 'DUE'], ['b', '乙项目', busy, 'DUE'], ['c', '丙项目', idle, 'DONE']] AS served
CREATE (project:Project {id: 'prj_' + served[0], name: served[1]})-[:SERVED_BY]->
    (service:AgencyService {id: 'ags_' + served[0], state: 'SIGNED'})<-[:DUE_UNDER]-
    (:VisitObligation {id: 'vob_' + served[0], isoWeek: '2026-W49', state: served[3], dueOn: $monday + duration({days: 4})})
WITH *, served[2] AS agent
CREATE (agent)-[:MEMBER_OF {role: 'AGENT', from: $monday - duration({days: 100})}]->(service),
    (former)-[:MEMBER_OF {role: 'AGENT', to: $monday - duration({days: 1})}]->(service),
    (liaison)-[:MEMBER_OF {role: 'LIAISON'}]->(service)
WITH desk, collect(project) AS projects
UNWIND [
    ['1', 'ASSIGNED', $monday - duration({days: 3})], ['2', 'RESOLVED', $monday - duration({days: 3})], ['3', 'OPEN', $monday]
] AS difficulty
WITH desk, projects, difficulty, projects[0] AS project
CREATE (d:Difficulty {id: 'dif_' + difficulty[0], no: difficulty[0], status: difficulty[1], dueOn: difficulty[2]})-[:ABOUT]->(project),
    (d)-[:ASSIGNED_TO]->(desk)
WITH DISTINCT desk, project, projects[1] AS other
CREATE (other)-[:HAS_APPROVAL]->(:Approval {id: 'apv_1', dueOn: $monday - duration({days: 1})}),
    (other)-[:HAS_APPROVAL]->(:Approval {id: 'apv_2', dueOn: $monday - duration({days: 1}), completedAt: $monday}),
    (:SupervisionNotice {id: 'sno_1', dueOn: $monday - duration({days: 2})})-[:ISSUED_TO]->(desk)
