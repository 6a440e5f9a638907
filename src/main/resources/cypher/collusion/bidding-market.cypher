// reads: the BiddingMarket that is current; no row before the first analysis; $now; label scan, there are few
MATCH (market:BiddingMarket)
WHERE market.currentFrom <= $now AND market.currentUntil > $now
RETURN market AS value
LIMIT 1
