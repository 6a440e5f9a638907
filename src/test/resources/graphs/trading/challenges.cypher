// writes: a town's station and the district's platform with lots at five steps of their way, who runs, oversees and bids; $i (ids by name), $now, $today
CREATE (trader:Person {id: $i.trader, name: '交易员'}), (centre:Person {id: $i.centre, name: '中心'}),
    (supervisor:Person {id: $i.supervisor, name: '监督员'}),
    (district:TradingPlatform {id: $i.district, code: 'JY-1', name: '区中心', tier: 'DISTRICT', licensed: true, updatedAt: $now}),
    (station:TradingPlatform {id: $i.station, code: 'JY-2', name: '甲镇站', tier: 'TOWN', licensed: true, updatedAt: $now}),
    (other:TradingPlatform {id: $i.other, code: 'JY-3', name: '乙镇站', tier: 'TOWN', licensed: true, updatedAt: $now}),
    (trader)-[:TRADES_AT]->(station), (centre)-[:TRADES_AT]->(district),
    (industry:Department {id: $i.industry, name: '住建局', shortName: '住建', code: 'D1'}),
    (former:Department {id: $i.former, name: '水利局', code: 'D3'}),
    (office:Department {id: $i.office, name: '监管中心', code: 'D2', tradingSide: 'SUPERVISION'}),
    (industry)-[:ENTRUSTS {scope: '工程招投标监督', docNo: '望委〔2019〕3号', from: date('2019-01-01')}]->(office),
    (former)-[:ENTRUSTS {scope: '水利工程', docNo: '望委〔2010〕1号', from: date('2010-01-01'), to: date('2018-12-31')}]->(office),
    (supervisor)-[:WORKS_FOR]->(office),
    (first:Company {id: $i.first, name: '甲公司', uscc: 'U1'}), (second:Company {id: $i.second, name: '乙公司', uscc: 'U2'}),
    (third:Company {id: $i.third, name: '丙公司', uscc: 'U3'}), (buyer:Company {id: $i.buyer, name: '业主', uscc: 'U4'})
WITH district, station, industry, office, first, second, third, buyer
CREATE (tender:Tender {id: $i.tender, name: '学校工程', category: 'ENGINEERING', mandatory: true, updatedAt: $now}),
    (tender)-[:RUN_AT]->(district), (tender)-[:TENDERED_BY]->(buyer),
    (tender)<-[:SUPERVISES {basis: 'ENTRUSTED', entrustedBy: industry.id}]-(office),
    (town:Tender {id: $i.townTender, name: '桥梁工程', category: 'ENGINEERING', mandatory: false, updatedAt: $now}),
    (town)-[:RUN_AT]->(station), (town)-[:TENDERED_BY]->(buyer), (town)<-[:SUPERVISES {basis: 'OWN'}]-(industry),
    (tender)-[:HAS_LOT]->(docs:Lot {id: $i.docs, bidSectionCode: 'L1', round: 1, name: '公告中', status: 'NOTICED', bidDeadline: $now + duration({days: 20}), updatedAt: $now}),
    (tender)-[:HAS_LOT]->(late:Lot {id: $i.late, bidSectionCode: 'L2', round: 1, name: '将截止', status: 'NOTICED', bidDeadline: $now + duration({days: 5}), updatedAt: $now}),
    (tender)-[:HAS_LOT]->(due:Lot {id: $i.due, bidSectionCode: 'L3', round: 1, name: '待开标', status: 'NOTICED', bidDeadline: $now - duration({days: 1}), updatedAt: $now}),
    (tender)-[:HAS_LOT]->(shown:Lot {id: $i.shown, bidSectionCode: 'L4', round: 1, name: '公示中', status: 'PUBLICISED', bidDeadline: $now - duration({days: 6}),
        openedAt: $now - duration({days: 6}), evaluatedAt: $now - duration({days: 3}), updatedAt: $now}),
    (town)-[:HAS_LOT]->(fresh:Lot {id: $i.fresh, bidSectionCode: 'L5', round: 1, name: '刚开标', status: 'OPENED', bidDeadline: $now - duration({seconds: 2}),
        openedAt: $now - duration({seconds: 1}), updatedAt: $now}),
    (town)-[:HAS_LOT]->(:Lot {id: $i.raw, bidSectionCode: 'L6', round: 1, name: '未公告', status: 'REGISTERED', createdAt: $now, updatedAt: $now}),
    (shown)-[:AWARDED]->(best:Award {id: $i.best, status: 'CANDIDATE', rank: 1, amount: 100, publicityFrom: $today - duration({days: 2}), publicityTo: $today + duration({days: 1}), updatedAt: $now})-[:TO]->(second),
    (shown)-[:AWARDED]->(:Award {id: $i.next, status: 'CANDIDATE', rank: 2, amount: 200, publicityFrom: $today - duration({days: 2}), publicityTo: $today + duration({days: 1}), updatedAt: $now})-[:TO]->(first),
    (shown)<-[:JUDGED]-(:Committee {id: $i.committee, committeeNo: 'C1'})<-[:SAT_ON]-(:Person {id: $i.expert, name: '专家'})
WITH first, second, third, due, shown, fresh
UNWIND [[first, due, 'A1'], [second, due, 'A2'], [third, due, 'A3'], [first, shown, 'B1'], [second, shown, 'B2'], [third, shown, 'B3'], [second, fresh, 'C2'], [third, fresh, 'C3']] AS offer
WITH offer[0] AS company, offer[1] AS lot, offer[2] AS number
CREATE (company)-[:SUBMITTED]->(:Bid {id: 'bid_' + number, bidNo: number, round: 1, sequence: 1, price: 100, bidders: [company.id], submittedAt: $now - duration({days: 7}), updatedAt: $now})-[:FOR_LOT]->(lot)
WITH count(*) AS bids
UNWIND [['OBJECTION_DOCUMENTS', 10, 'DAY', 22], ['OBJECTION_REPLY', 3, 'DAY', 54], ['COMPLAINT_FILING', 10, 'DAY', 60], ['COMPLAINT_ACCEPTANCE', 3, 'WORKING_DAY', 61],
    ['COMPLAINT_DECISION', 30, 'WORKING_DAY', 61], ['PUBLICITY', 3, 'DAY', 54], ['PUBLICITY_START', 3, 'DAY', 54], ['MOST_CANDIDATES', 3, 'COUNT', 53],
    ['LEAST_BIDDERS', 3, 'COUNT', 28], ['CONTRACT', 30, 'DAY', 46], ['STATION_SCORE', 60, 'COUNT', 1], ['DEPOSIT', 2, 'PERCENT', 26]] AS rule
CREATE (:TradingRule {id: 'trl_' + rule[0], code: rule[0], kind: rule[0], value: 1.0 * rule[1], unit: rule[2], article: '条例第' + rule[3] + '条', articleEnglish: 'article ' + rule[3]})
WITH count(*) AS rules
UNWIND range(-1, 1) AS year
UNWIND [[1, 1], [5, 1], [10, 1], [10, 2]] AS free
MERGE (:CalendarDay {id: 'cal_' + year + free[0] + free[1], date: date({year: $today.year + year, month: free[0], day: free[1]}), working: false})
WITH count(*) AS days
UNWIND [['PLATFORM_SPLIT', 'ENGINEERING', 'WORKS', null, 60000000, '2024-01-01', null], ['PLATFORM_SPLIT', 'ENGINEERING', 'WORKS', null, 30000000, '2020-01-01', '2023-12-31'],
    ['PLATFORM_SPLIT', 'PROCUREMENT', null, null, 20000000, '2024-01-01', null], ['MANDATORY_TENDER', 'ENGINEERING', 'WORKS', 400000000, null, '2018-06-01', null]] AS limit
CREATE (:TradingThreshold {id: 'thr_' + limit[0] + limit[1] + limit[5], code: limit[0] + limit[1] + limit[5], kind: limit[0], category: limit[1], subject: limit[2], min: limit[3], max: limit[4],
    validFrom: date(limit[5]), validTo: date(limit[6])})
