// reads: the BiddingMarket that was made current last, if only for an instant to come: run (id), fingerprint; $never; label scan, there are few
MATCH (market:BiddingMarket)
WHERE market.currentFrom < $never
RETURN market.id AS run, market.fingerprint AS fingerprint
ORDER BY market.currentFrom DESC
LIMIT 1
