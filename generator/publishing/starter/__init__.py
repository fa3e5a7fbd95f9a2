"""An archive of one's own: a folder that holds the whole program, and needs nothing but Python to build, test and publish."""
