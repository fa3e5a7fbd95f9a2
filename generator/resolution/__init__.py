"""What needs all articles at once: addresses, units, and later corrections and what several articles tell."""
