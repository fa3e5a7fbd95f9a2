"""Award types as they are written, and words of praise that only look like one."""
