"""What a person should look at: one module a kind of item, each from the archive's entries to items; ``queue`` collects them."""
