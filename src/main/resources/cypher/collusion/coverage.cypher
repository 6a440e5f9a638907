// reads: for each rule in how many lots of a BiddingMarket (this) it could be tested; no index
UNWIND range(0, size(this.coverageRules) - 1) AS place
RETURN {
  rule: this.coverageRules[place],
  tested: this.coverageTested[place],
  notTestable: this.lots - this.coverageTested[place]
} AS value
