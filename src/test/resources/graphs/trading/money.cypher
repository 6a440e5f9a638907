// writes: lots of a district's platform with bids, companies with their accounts, rules and rates; $centre, $trader, $supervisor, $officer, $bank, $supplier (ids), $hashes (of account numbers 1001 to 1004), $now, $today
CREATE (district:Region {id: 'reg_d', code: '339901', name: '甲区', level: 'DISTRICT'}),
    (street:Region {id: 'reg_s', code: '339901001', name: '甲街道'}),
    (far:Region {id: 'reg_f', code: '330100', name: '外市'}),
    (office:Department {id: 'dep_officeofficeofficeofficeof', name: '监管中心'}),
    (centre:Person {id: $centre, name: '交易中心经办'}), (trader:Person {id: $trader, name: '交易员'}),
    (supervisor:Person {id: $supervisor, name: '监管员'}), (supervisor)-[:WORKS_FOR]->(office),
    (:Person {id: $officer, name: '办案人'}),
    (main:TradingPlatform {id: 'plt_mainmainmainmainmainmainma', code: 'JY-01', name: '区交易中心', tier: 'DISTRICT', licensed: true}),
    (main)-[:IN]->(district),
    (town:TradingPlatform {id: 'plt_towntowntowntowntowntownto', code: 'JY-02', name: '甲镇交易站', tier: 'TOWN', licensed: false}),
    (centre)-[:TRADES_AT]->(main), (trader)-[:TRADES_AT]->(town),
    (:Bank {id: $bank, name: '甲银行'}),
    (own:Company {id: $supplier, uscc: 'S1', name: '本单位'})-[:REGISTERED_IN]->(street),
    (other:Company {id: 'com_secondsecondsecondsecondse', uscc: 'S2', name: '第二家'})-[:REGISTERED_IN]->(far),
    (third:Company {id: 'com_thirdthirdthirdthirdthirdt', uscc: 'S3', name: '第三家'})-[:REGISTERED_IN]->(street),
    (:BankAccount {id: 'acc_basic', numberHash: $hashes[0], basicAccount: true})-[:OF]->(own),
    (:BankAccount {id: 'acc_plain', numberHash: $hashes[1], basicAccount: false})-[:OF]->(own),
    (:BankAccount {id: 'acc_other', numberHash: $hashes[2], basicAccount: true})-[:OF]->(other),
    (:BankAccount {id: 'acc_third', numberHash: $hashes[3], basicAccount: true})-[:OF]->(third),
    (own)-[:EVALUATED]->(:CreditEvaluation {id: 'cev_1', evaluationNo: 'E1', grade: 'D', decidedOn: $today - duration({years: 2})}),
    (own)-[:EVALUATED]->(:CreditEvaluation {id: 'cev_2', evaluationNo: 'E2', grade: 'B', decidedOn: $today - duration({days: 30})}),
    (third)-[:EVALUATED]->(:CreditEvaluation {id: 'cev_3', evaluationNo: 'E3', grade: 'C', decidedOn: $today - duration({days: 30})}),
    (third)<-[:BY]-(:Violation {id: 'vio_1', docNo: 'V1', barredTo: $today + duration({days: 9})}),
    (policy:PolicyDocument {id: 'pol_annualannualannualannualan', docNo: '甲政1号', title: '年度保证金办法', status: 'IN_FORCE', validFrom: date('2020-01-01')}),
    (policy)-[:GOVERNS]->(:TradingThreshold {id: 'thr_1', code: 'XE-3', kind: 'ANNUAL_DEPOSIT', category: 'ENGINEERING', subject: 'WORKS', min: 60000000, max: 400000000, validFrom: date('2020-01-01')}),
    (:BenchmarkRate {id: 'bmr_1', name: '活期存款利率', asOf: date('2020-01-01'), rate: 9.0}),
    (:BenchmarkRate {id: 'bmr_2', name: '活期存款利率', asOf: $today - duration({days: 100}), rate: 0.2}),
    (:BenchmarkRate {id: 'bmr_3', name: '活期存款利率', asOf: $today + duration({days: 1}), rate: 7.0}),
    (:BenchmarkRate {id: 'bmr_4', name: '贷款利率', asOf: $today, rate: 3.0})
WITH main, town, office, own, other, third
UNWIND [
    ['open', 'ENGINEERING', 'WORKS', false, 200000000, 2000000],
    ['mand', 'ENGINEERING', 'WORKS', true, 900000000, 2000000],
    ['good', 'ENGINEERING', 'GOODS', false, 200000000, 2000000],
    ['tiny', 'ENGINEERING', 'WORKS', false, 50000000, 1000000],
    ['edge', 'ENGINEERING', 'WORKS', false, 400000000, 2000000],
    ['free', 'ENGINEERING', 'WORKS', false, 200000000, null]
] AS given
CREATE (main)<-[:RUN_AT]-(tender:Tender {id: 'tnd_' + given[0], tenderProjectCode: given[0], category: given[1], mandatory: given[3]}),
    (office)-[:SUPERVISES]->(tender),
    (tender)-[:HAS_LOT]->(:Lot {
        id: 'lot_' + substring(given[0] + given[0] + given[0] + given[0] + given[0] + given[0] + given[0], 0, 26),
        bidSectionCode: given[0], round: 1, name: given[0], category: given[2], status: 'NOTICED', estimate: given[4],
        requiredDeposit: given[5], bidDeadline: $now + duration({days: 5}), updatedAt: $now
    })
WITH DISTINCT main, town, office, own, other, third
// Lots whose procedure is over, or goes on; each with bids of three companies whose securities have come in.
UNWIND [
    ['sign', 'ENGINEERING', 'CONTRACTED'], ['pend', 'ENGINEERING', 'PUBLICISED'], ['proc', 'PROCUREMENT', 'AWARDED'],
    ['fail', 'ENGINEERING', 'FAILED'], ['stop', 'ENGINEERING', 'TERMINATED'], ['town', 'ENGINEERING', 'CONTRACTED'],
    ['wait', 'ENGINEERING', 'OPENED']
] AS given
CREATE (tender:Tender {id: 'tnd_' + given[0], tenderProjectCode: given[0], category: given[1], mandatory: false}),
    (office)-[:SUPERVISES]->(tender),
    (tender)-[:HAS_LOT]->(lot:Lot {
        id: 'lot_' + substring(given[0] + given[0] + given[0] + given[0] + given[0] + given[0] + given[0], 0, 26),
        bidSectionCode: given[0], round: 1, name: given[0], category: 'WORKS', status: given[2], estimate: 200000000,
        requiredDeposit: 2000000, bidDeadline: $now - duration({days: 60}), updatedAt: $now
    })
FOREACH (one IN CASE WHEN given[0] = 'town' THEN [town] ELSE [main] END | CREATE (tender)-[:RUN_AT]->(one))
FOREACH (one IN CASE WHEN given[0] <> 'stop' THEN [1] ELSE [] END | SET lot.openedAt = $now - duration({days: 60}))
FOREACH (one IN CASE WHEN given[2] IN ['FAILED', 'TERMINATED'] THEN [1] ELSE [] END | SET lot.endedAt = $now - duration({days: 20}))
WITH lot, given, own, other, third
UNWIND [['a', own, 'TRANSFER', 1], ['b', other, 'TRANSFER', 2], ['c', third, 'BANK_GUARANTEE', 3]] AS bidder
WITH lot, given, bidder, bidder[1] AS company
CREATE (company)-[:SUBMITTED]->(bid:Bid {
        id: 'bid_' + substring(given[0] + bidder[0] + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 0, 26), bidNo: given[0] + bidder[0],
        round: 1, sequence: 1, bidders: [company.id], submittedAt: $now - duration({days: 61}), updatedAt: $now
    })-[:FOR_LOT]->(lot),
    (bid)-[:SECURED_BY]->(:Deposit {
        id: 'dpt_' + substring(given[0] + bidder[0] + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 0, 26), depositNo: given[0] + bidder[0],
        form: bidder[2], amount: 2000000, status: 'RECEIVED', receivedAt: $now - duration({days: 73}), updatedAt: $now
    })
FOREACH (rank IN CASE WHEN given[2] IN ['CONTRACTED', 'PUBLICISED', 'AWARDED'] AND bidder[3] < 3 THEN [bidder[3]] ELSE [] END |
    CREATE (lot)-[:AWARDED]->(award:Award {
        id: 'awd_' + given[0] + rank, rank: rank,
        status: CASE WHEN rank = 1 AND given[2] <> 'PUBLICISED' THEN 'AWARDED' ELSE 'CANDIDATE' END,
        noticeAt: CASE WHEN rank = 1 AND given[2] <> 'PUBLICISED' THEN $now - duration({days: 30}) END
    })-[:TO]->(company)
    FOREACH (one IN CASE WHEN rank = 1 AND given[2] = 'CONTRACTED' THEN [1] ELSE [] END |
        CREATE (award)-[:CONTRACTED]->(:Contract {
            id: 'ctt_' + substring(given[0] + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 0, 26), contractNo: given[0], amount: 100000000,
            signedOn: $today - duration({days: 10}), performanceBond: 5000000, updatedAt: $now
        })))
WITH DISTINCT 1 AS one
UNWIND [
    ['REFUND', null, 5.0, 'DAY', '招标投标法实施条例第五十七条'], ['REFUND', 'PROCUREMENT', 5.0, 'WORKING_DAY', '政府采购法实施条例第三十三条'],
    ['ANNUAL_CREDIT', null, 2.0, 'COUNT', '本区办法'], ['LEAST_BIDDERS', null, 1.0, 'COUNT', '招标投标法第二十八条'],
    ['DEPOSIT', null, 2.0, 'PERCENT', '招标投标法实施条例第二十六条']
] AS rule
CREATE (:TradingRule {
    id: 'trl_' + rule[0] + coalesce(rule[1], ''), code: rule[0] + coalesce(rule[1], ''), kind: rule[0], category: rule[1],
    mandatoryOnly: false, value: rule[2], unit: rule[3], article: rule[4], articleEnglish: 'article', validFrom: date('2020-01-01')
})
