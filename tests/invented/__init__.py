"""Invented articles with facts by hand, and what the program must read of them."""
