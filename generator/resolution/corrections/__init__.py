"""What a person put right: files, entries, and their effect on facts."""
