// reads: BiddingMarkets that ended before $before, and those that were left half written: run; $now, $never; label scan, there are few
MATCH (market:BiddingMarket)
WHERE market.currentUntil < $before OR (market.currentFrom = $never AND market.claimedUntil < $now)
RETURN market.id AS run
