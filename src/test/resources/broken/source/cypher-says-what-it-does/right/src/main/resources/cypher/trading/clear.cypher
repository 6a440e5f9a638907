// Reads the lots; uses the label scan.
MATCH (l:Lot) RETURN l
