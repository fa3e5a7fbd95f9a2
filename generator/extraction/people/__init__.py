"""People named with their positions. The entry point is ``article``."""
