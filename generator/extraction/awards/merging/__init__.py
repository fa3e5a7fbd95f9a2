"""Merges what several sentences state of the same award: repetitions, totals and their parts, contests named separately."""
