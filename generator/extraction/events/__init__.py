"""The event reported, its date and hosts, the years under review, the units named. ``article`` is the way in."""
