"""What a page says of an article's origin: source, corrections, reports of errors, articles that cannot be read."""
