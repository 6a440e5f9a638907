// reads: the fingerprint of the fences of a rule set ($set) as it is ($fingerprint), when they were computed after $from: market; constraint rule_market_id
MATCH (market:RuleMarket {id: $set})
WHERE market.fingerprint = $fingerprint AND market.computedAt > $from
RETURN market.market AS market
