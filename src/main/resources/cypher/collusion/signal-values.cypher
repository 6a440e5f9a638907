// reads: what a CollusionSignal (this) measured; no index
UNWIND range(0, size(this.valueNames) - 1) AS place
RETURN {name: this.valueNames[place], value: this.valueTexts[place]} AS value
