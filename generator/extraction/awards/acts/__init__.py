"""Acts of granting within a sentence: who grants what to whom, by constructions over its pieces."""
