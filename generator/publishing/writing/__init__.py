"""The pages and files that a conversion writes: where they lie, whose they are, what a person wrote there."""
