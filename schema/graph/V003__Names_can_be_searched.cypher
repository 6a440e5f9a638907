// Makes names searchable, Chinese ones too, by pairs of characters (cjk).
CREATE FULLTEXT INDEX region_name IF NOT EXISTS FOR (n:Region) ON EACH [n.name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX department_name IF NOT EXISTS FOR (n:Department) ON EACH [n.name, n.shortName] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX company_name IF NOT EXISTS FOR (n:Company) ON EACH [n.name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX project_name IF NOT EXISTS FOR (n:Project) ON EACH [n.name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX approval_item_name IF NOT EXISTS FOR (n:ApprovalItem) ON EACH [n.name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX tender_name IF NOT EXISTS FOR (n:Tender) ON EACH [n.name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX lot_name IF NOT EXISTS FOR (n:Lot) ON EACH [n.name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
