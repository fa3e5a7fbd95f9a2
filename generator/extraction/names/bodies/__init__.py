"""Names of organisations and offices, in full and shortened, and the granters among them."""
