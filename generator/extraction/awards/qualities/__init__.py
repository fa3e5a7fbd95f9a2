"""What qualifies an act: its merit, its decision, how its count is hedged, whether it is history or only proposed."""
