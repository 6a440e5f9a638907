// The ids of bids are unique.
CREATE CONSTRAINT bid_id IF NOT EXISTS FOR (b:Offer) REQUIRE b.id IS UNIQUE;
