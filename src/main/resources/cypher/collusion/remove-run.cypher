// writes: takes a BiddingMarket ($run) away that has no results any more; constraint bidding_market_id
MATCH (market:BiddingMarket {id: $run})
DELETE market
