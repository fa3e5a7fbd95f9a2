"""The certainty of facts: signs of misreading, and the probability computed from them. The entry point is ``judging``."""
