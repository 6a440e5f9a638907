// Gives the bids that are there already the ids of their bidders, so that a bidder goes on seeing its own before the opening.
MATCH (bid:Bid)<-[:SUBMITTED|JOINED]-(company:Company)
WHERE bid.bidders IS NULL
WITH bid, collect(company.id) AS bidders
SET bid.bidders = bidders;
