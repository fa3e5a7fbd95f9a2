"""Items for review by a person: one module per kind, each from the archive's entries to items; ``queue`` collects them."""
