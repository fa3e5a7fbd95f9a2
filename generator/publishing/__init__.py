"""Access to the disk: the writer of pages and the building of the site."""
