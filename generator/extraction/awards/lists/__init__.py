"""Lists and tables of honours: their shape, their headings, and whom their rows name."""
