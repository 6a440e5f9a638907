// Two opened lots and a sealed one; in the first, bids of three companies, two of them with a lead of each strength, and their securities.
CREATE (officer:Person {id: $i.officer, name: '办案甲'}),
  (second:Person {id: $i.second, name: '办案乙'}),
  (analyst:Person {id: $i.analyst, name: '分析甲'}),
  (tender:Tender {id: $i.tender, tenderCode: 'ZB-1', name: '河道整治', status: 'OPENED'}),
  (lot:Lot {id: $i.lot, bidSectionCode: 'ZB-1-01', name: '河道整治一标', openedAt: $now - duration('P10D'), status: 'OPENED'}),
  (other:Lot {id: $i.other, bidSectionCode: 'ZB-1-02', name: '河道整治二标', openedAt: $now - duration('P9D'), status: 'OPENED'}),
  (sealed:Lot {id: $i.sealed, bidSectionCode: 'ZB-1-03', name: '河道整治三标', bidDeadline: $now + duration('P9D'), status: 'NOTICED'}),
  (tender)-[:HAS_LOT]->(lot), (tender)-[:HAS_LOT]->(other), (tender)-[:HAS_LOT]->(sealed),
  (device:Device {id: $i.device, kind: 'MAC', valueHash: 'x'}),
  (one:Company {id: $i.one, name: '甲建设有限公司', status: 'ACTIVE'}),
  (two:Company {id: $i.two, name: '乙建设有限公司', status: 'ACTIVE'}),
  (three:Company {id: $i.three, name: '丙建设有限公司', status: 'ACTIVE'}),
  (four:Company {id: $i.four, name: '丁建设有限公司', status: 'ACTIVE'})
CREATE (lot)<-[:FOR_LOT]-(a:Bid {id: $i.bidOne, bidNo: 'TB-1', price: 100000000, valid: true})<-[:SUBMITTED]-(one),
  (lot)<-[:FOR_LOT]-(b:Bid {id: $i.bidTwo, bidNo: 'TB-2', price: 110000000, valid: true})<-[:SUBMITTED]-(two),
  (lot)<-[:FOR_LOT]-(c:Bid {id: $i.bidThree, bidNo: 'TB-3', price: 120000000, valid: true})<-[:SUBMITTED]-(three),
  (sealed)<-[:FOR_LOT]-(d:Bid {id: $i.bidFour, bidNo: 'TB-4', price: 120000000})<-[:SUBMITTED]-(four),
  (a)-[:SECURED_BY]->(:Deposit {id: $i.deposit, depositNo: 'BZJ-1', amount: 2000000, form: 'TRANSFER', status: 'RECEIVED'}),
  (c)-[:SECURED_BY]->(:Deposit {id: $i.foreign, depositNo: 'BZJ-3', amount: 2000000, form: 'TRANSFER', status: 'RECEIVED'})
CREATE (hard:CollusionSignal {id: $i.hard, rule: 'c40-1-same-machine', ruleVersion: 1, ruleSet: '2026-1', counts: true, strength: 'HARD',
    fact: 'fct_hard', computedAt: $now, titleZh: '文件出自同一台电脑', titleEn: 'Files made on one computer', clauseZh: '第四十条第（一）项', clauseEn: 'article 40 (1)',
    explanationZh: '甲、乙的投标文件出自同一台电脑', explanationEn: 'files were made on one computer', valueNames: ['parts'], valueTexts: ['3'],
    walks: [$i.one + ',' + $i.bidOne + ',' + $i.device, $i.two + ',' + $i.bidTwo + ',' + $i.device]}),
  (hard)-[:IN_LOT]->(lot), (hard)-[:POINTS_TO]->(one), (hard)-[:POINTS_TO]->(two), (hard)-[:POINTS_TO]->(a), (hard)-[:POINTS_TO]->(b),
  (weak:CollusionSignal {id: $i.weak, rule: 'c40-4-same-price', ruleVersion: 1, ruleSet: '2026-1', counts: true, strength: 'WEAK',
    fact: 'fct_weak', computedAt: $now, titleZh: '报价相同', titleEn: 'Equal prices', clauseZh: '第四十条第（四）项', clauseEn: 'article 40 (4)',
    explanationZh: '报价相同', explanationEn: 'equal prices', valueNames: [], valueTexts: [], walks: [$i.three + ',' + $i.bidThree]}),
  (weak)-[:IN_LOT]->(lot), (weak)-[:POINTS_TO]->(three), (weak)-[:POINTS_TO]->(c)
CREATE (lot)-[:HELD_AGAINST]->(:RuleRun {id: $i.run, ruleSet: '2026-1', fingerprint: 'x', counts: true, computedAt: $now,
    hitsHard: 1, hitsStrong: 0, hitsWeak: 1, notTestable: 0})
CREATE (:Attachment {id: $i.file, objectKey: 'photo/abc', name: '标书截图.jpg', mime: 'image/jpeg', size: 1000,
    sha256: 'abcdef', uploadedAt: $now, upload: 'u'})-[:UPLOADED_BY]->(officer)
