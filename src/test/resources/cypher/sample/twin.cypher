// reads: the Thing with the serial after that of a Thing (this); scans
MATCH (other:SampleThing)
WHERE other.serial = this.serial + 1
RETURN other AS value
