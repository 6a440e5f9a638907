// Makes the fences that rules read unique, and when they were computed for a set.
CREATE CONSTRAINT rule_market_id IF NOT EXISTS FOR (n:RuleMarket) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT rule_fence_id IF NOT EXISTS FOR (n:RuleFence) REQUIRE n.id IS UNIQUE;
