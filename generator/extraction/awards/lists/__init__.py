"""Lists and tables of honours: their shape, their headings, and the recipients in their rows."""
