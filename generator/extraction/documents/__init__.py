"""Documents cited: resolutions, directives, decisions. ``article`` is the way in."""
