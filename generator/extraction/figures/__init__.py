"""Figures: counted results and targets that are neither awards nor ratings. ``article`` is the way in."""
