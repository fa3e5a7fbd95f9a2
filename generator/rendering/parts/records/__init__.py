"""What a unit, a person or a value of an index received, granted, announced: numbers, years in a row, names."""
