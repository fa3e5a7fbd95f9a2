"""Awards: who was honoured with what, by whom and why. ``article`` is the way in."""
