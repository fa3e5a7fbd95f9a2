"""Changes that a crash, a full disk or a second run cannot harm: locks, staging, exchange, recovery."""
