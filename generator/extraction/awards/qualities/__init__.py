"""Qualities of an act: its merit, its decision, how its count is hedged, and whether it is history or only proposed."""
