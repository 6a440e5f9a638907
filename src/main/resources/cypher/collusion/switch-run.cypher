// writes: makes a written BiddingMarket ($run) current from $at on, and ends the one before; nothing when it was taken: run; $now, $never; constraint bidding_turn_id
MERGE (turn:BiddingTurn {id: 'bidding'})
SET turn.at = $now
WITH turn
MATCH (market:BiddingMarket {id: $run})
WHERE market.claimedUntil >= $now
CALL (market) {
  MATCH (former:BiddingMarket)
  WHERE former <> market AND former.currentFrom < $never AND former.currentUntil > $at
  SET former.currentUntil = $at
}
SET market.currentFrom = $at
REMOVE market.claimedUntil
RETURN market.id AS run
