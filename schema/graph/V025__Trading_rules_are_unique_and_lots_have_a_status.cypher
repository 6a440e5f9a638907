// Makes rules of trading unique, finds lots by how far they have come.
CREATE CONSTRAINT trading_rule_id IF NOT EXISTS FOR (n:TradingRule) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT trading_rule_code IF NOT EXISTS FOR (n:TradingRule) REQUIRE n.code IS UNIQUE;
CREATE INDEX lot_status IF NOT EXISTS FOR (n:Lot) ON (n.status);
CREATE INDEX command_subject IF NOT EXISTS FOR (n:Command) ON (n.subject);
