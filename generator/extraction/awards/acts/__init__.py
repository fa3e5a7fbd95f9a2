"""Acts of granting within a sentence: who grants what to whom, read by constructions over the sentence's pieces."""
