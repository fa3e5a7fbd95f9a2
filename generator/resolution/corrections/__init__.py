"""What a person corrected: files, entries, and their effect on facts."""
