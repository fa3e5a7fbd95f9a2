"""Steps that need all articles at once: addresses, units, corrections, and events that several articles report."""
