// writes: a district's platform and two stations, a key project with and one without its permits, companies, experts, rules of trading; $centre, $trader, $supervisor, $supplier (ids), $now, $today
CREATE (district:Region {id: 'reg_d', code: '339901', name: '甲区', level: 'DISTRICT'}),
    (office:Department {id: 'dep_officeofficeofficeofficeof', name: '监管中心'}),
    (works:Department {id: 'dep_worksworksworksworksworksw', name: '住建局'}),
    (works)-[:ENTRUSTS {scope: '招标投标监督', from: $today - duration({years: 2}), docNo: '委1号'}]->(office),
    (centre:Person {id: $centre, name: '交易中心经办'}), (trader:Person {id: $trader, name: '交易员'}),
    (supervisor:Person {id: $supervisor, name: '监管员'}), (supervisor)-[:WORKS_FOR]->(office),
    (main:TradingPlatform {id: 'plt_mainmainmainmainmainmainma', code: 'JY-01', name: '区交易中心', tier: 'DISTRICT', licensed: true}),
    (town:TradingPlatform {id: 'plt_towntowntowntowntowntownto', code: 'JY-02', name: '甲镇交易站', tier: 'TOWN', licensed: true}),
    (bare:TradingPlatform {id: 'plt_barebarebarebarebarebareba', code: 'JY-03', name: '乙镇交易站', tier: 'TOWN', licensed: false}),
    (centre)-[:TRADES_AT]->(main), (trader)-[:TRADES_AT]->(town), (trader)-[:TRADES_AT]->(bare),
    (buyer:Company {id: 'com_buyerbuyerbuyerbuyerbuyerb', uscc: 'B', name: '招标人公司'}),
    (own:Company {id: $supplier, uscc: 'S', name: '本单位'}),
    (:Company {id: 'com_secondsecondsecondsecondse', uscc: 'S2', name: '第二家'}),
    (:Company {id: 'com_thirdthirdthirdthirdthirdt', uscc: 'S3', name: '第三家'}),
    (:Company {id: 'com_fourthfourthfourthfourthfo', uscc: 'S4', name: '第四家'}),
    (list:KeyProjectList {id: 'kpl_1', name: '重点项目', level: 'DISTRICT', year: $today.year}),
    (ready:Project {id: 'prj_readyreadyreadyreadyreadyr', projectCode: '1', name: '证照齐全项目', status: 'ACTIVE', updatedAt: $now}),
    (early:Project {id: 'prj_earlyearlyearlyearlyearlye', projectCode: '2', name: '重点早启项目', status: 'ACTIVE', updatedAt: $now}),
    (plain:Project {id: 'prj_plainplainplainplainplainp', projectCode: '3', name: '普通项目', status: 'ACTIVE', updatedAt: $now}),
    (early)-[:LISTED_IN]->(list),
    (permit:ApprovalItem {id: 'api_permit', stdCode: 'P', name: '建设工程规划许可证'}),
    (ready)-[:HAS_APPROVAL]->(:Approval {id: 'apv_1', status: '11', completedAt: $now - duration({days: 3})})-[:OF_ITEM]->(permit),
    (:TradingRule {id: 'trl_permit', code: 'PERMIT', kind: 'PERMIT', category: 'ENGINEERING', phase: 'WORKS', mandatoryOnly: true, article: '本区办法', validFrom: date('2020-01-01')})-[:NEEDS]->(permit),
    (:TradingThreshold {id: 'thr_1', code: 'XE-1', kind: 'PLATFORM_SPLIT', category: 'ENGINEERING', subject: 'WORKS', max: 60000000, validFrom: date('2020-01-01')}),
    (:TradingThreshold {id: 'thr_2', code: 'XE-2', kind: 'MANDATORY_TENDER', category: 'ENGINEERING', subject: 'WORKS', min: 400000000, validFrom: date('2020-01-01')})
WITH 1 AS one
UNWIND [
    ['BID_PERIOD', true, 20.0, 'DAY', '招标投标法第二十四条'], ['CLARIFICATION', true, 15.0, 'DAY', '招标投标法第二十三条'],
    ['DOCUMENT_SALE', false, 5.0, 'DAY', '招标投标法实施条例第十六条'], ['LEAST_BIDDERS', false, 3.0, 'COUNT', '招标投标法第二十八条'],
    ['COMMITTEE_SIZE', true, 5.0, 'COUNT', '招标投标法第三十七条'], ['COMMITTEE_EXPERTS', true, 66.6, 'PERCENT', '招标投标法第三十七条'],
    ['MOST_CANDIDATES', false, 3.0, 'COUNT', '招标投标法实施条例第五十三条'], ['PUBLICITY_START', false, 3.0, 'DAY', '招标投标法实施条例第五十四条'],
    ['PUBLICITY', false, 3.0, 'DAY', '招标投标法实施条例第五十四条'], ['CONTRACT', false, 30.0, 'DAY', '招标投标法第四十六条'],
    ['DEPOSIT', false, 2.0, 'PERCENT', '招标投标法实施条例第二十六条'], ['PERFORMANCE_BOND', false, 10.0, 'PERCENT', '招标投标法实施条例第五十八条']
] AS rule
CREATE (:TradingRule {
    id: 'trl_' + rule[0], code: rule[0], kind: rule[0], mandatoryOnly: rule[1], value: rule[2], unit: rule[3],
    article: rule[4], articleEnglish: 'article', validFrom: date('2020-01-01')
})
WITH DISTINCT 1 AS one
UNWIND range(1, 7) AS number
CREATE (:Person {id: 'per_' + substring('abcdefghijk', number, 1) + 'xpertexpertexpertexpertexp', name: '专家' + number, kind: 'EXPERT'})
WITH DISTINCT 1 AS one
UNWIND range(-1, 1) AS year
CREATE (:CalendarDay {id: 'cal_' + year, date: date({year: $today.year + year, month: 1, day: 1}), working: false})
