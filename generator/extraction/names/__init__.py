"""Names that every kind of fact shares: organisations, persons, kinds of recipients, places."""
