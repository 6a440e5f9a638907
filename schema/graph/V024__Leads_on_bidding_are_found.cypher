// Makes the results of an analysis unique within it, and finds them by their ids, which one analysis hands on to the next, and by their scores.
CREATE CONSTRAINT bidding_turn_id IF NOT EXISTS FOR (n:BiddingTurn) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT bidding_market_id IF NOT EXISTS FOR (n:BiddingMarket) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT lot_screens_run_id IF NOT EXISTS FOR (n:LotScreens) REQUIRE (n.run, n.id) IS UNIQUE;
CREATE CONSTRAINT bidder_score_run_id IF NOT EXISTS FOR (n:BidderScore) REQUIRE (n.run, n.id) IS UNIQUE;
CREATE CONSTRAINT bidding_pair_run_id IF NOT EXISTS FOR (n:BiddingPair) REQUIRE (n.run, n.id) IS UNIQUE;
CREATE CONSTRAINT bidding_group_run_id IF NOT EXISTS FOR (n:BiddingGroup) REQUIRE (n.run, n.id) IS UNIQUE;
CREATE INDEX lot_screens_id IF NOT EXISTS FOR (n:LotScreens) ON (n.id);
CREATE INDEX bidder_score_id IF NOT EXISTS FOR (n:BidderScore) ON (n.id);
CREATE INDEX bidding_pair_id IF NOT EXISTS FOR (n:BiddingPair) ON (n.id);
CREATE INDEX bidding_group_id IF NOT EXISTS FOR (n:BiddingGroup) ON (n.id);
CREATE INDEX lot_screens_score IF NOT EXISTS FOR (n:LotScreens) ON (n.score);
CREATE INDEX bidder_score_score IF NOT EXISTS FOR (n:BidderScore) ON (n.score);
CREATE INDEX bidding_pair_score IF NOT EXISTS FOR (n:BiddingPair) ON (n.score);
CREATE INDEX bidding_group_score IF NOT EXISTS FOR (n:BiddingGroup) ON (n.score);
