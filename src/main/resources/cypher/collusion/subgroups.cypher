// reads: the subgroup screens of a LotScreens (this); what is no number there is null; no index
UNWIND range(0, size(this.subgroupScreens) - 1) AS place
WITH this, place, [values IN [this.subgroupMeans, this.subgroupMedians, this.subgroupMins, this.subgroupMaxs] |
  CASE WHEN isNaN(values[place]) THEN null ELSE values[place] END] AS sums
RETURN {
  size: this.subgroupSizes[place],
  screen: this.subgroupScreens[place],
  mean: sums[0],
  median: sums[1],
  min: sums[2],
  max: sums[3]
} AS value
