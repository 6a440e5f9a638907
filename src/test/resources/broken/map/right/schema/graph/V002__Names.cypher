// Names can be searched.
CREATE FULLTEXT INDEX lot_name IF NOT EXISTS FOR (n:Lot) ON EACH [n.name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
