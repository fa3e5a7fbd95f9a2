"""What is written for programs: front matter, search metadata, records kept many to a file."""
