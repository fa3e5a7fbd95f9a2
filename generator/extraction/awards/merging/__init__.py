"""What several sentences state of one award: repetitions, totals and their parts, contests named apart."""
