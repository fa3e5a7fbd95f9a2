"""Documents cited: resolutions, directives, decisions. The entry point is ``article``."""
