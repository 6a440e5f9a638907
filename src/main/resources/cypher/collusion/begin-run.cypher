// writes: begins a BiddingMarket unless somebody is writing another: begun; $values, $now, $never; constraint bidding_turn_id
MERGE (turn:BiddingTurn {id: 'bidding'})
SET turn.at = $now
WITH turn
WHERE NOT EXISTS {
  (other:BiddingMarket)
  WHERE other.currentFrom = $never AND other.claimedUntil > $now
}
CREATE (market:BiddingMarket)
SET market = $values
RETURN true AS begun
