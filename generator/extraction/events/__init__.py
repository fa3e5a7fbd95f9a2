"""The event reported, its date and hosts, the years under review, the units named. The entry point is ``article``."""
