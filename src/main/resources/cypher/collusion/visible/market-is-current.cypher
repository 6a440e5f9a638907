// rule: the BiddingMarket that is current; each gives way to the next at an instant set beforehand, so that no read meets two
this.currentFrom <= $now AND this.currentUntil > $now
