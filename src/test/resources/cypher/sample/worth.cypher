// reads: price less cost of a Thing (this); no step away from this
RETURN this.price - this.cost AS value
