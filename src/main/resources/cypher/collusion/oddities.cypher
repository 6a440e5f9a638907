// reads: what was odd about the bids of a BiddingMarket (this), and how often; no index
UNWIND range(0, size(this.oddityKinds) - 1) AS place
RETURN { kind: this.oddityKinds[place], count: this.oddityCounts[place] } AS value
