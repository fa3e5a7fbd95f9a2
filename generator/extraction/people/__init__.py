"""People named with their positions. ``article`` is the way in."""
