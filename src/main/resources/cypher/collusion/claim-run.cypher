// writes: keeps a BiddingMarket ($run) that is being written from being taken for one that was left; nothing when it was taken: run; $now, $until; constraint bidding_market_id
MATCH (market:BiddingMarket {id: $run})
WHERE market.claimedUntil >= $now
SET market.claimedUntil = $until
RETURN market.id AS run
