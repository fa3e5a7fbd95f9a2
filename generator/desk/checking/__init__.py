"""Checking an article: its facts as rows, how they are shown and asked about, and what is decided of them."""
