"""Figures: counted results and targets that are neither awards nor ratings. The entry point is ``article``."""
