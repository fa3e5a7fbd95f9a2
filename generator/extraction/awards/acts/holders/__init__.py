"""Who holds, receives or decides: subjects, recipients, works and those of contests."""
