"""Events that several articles report: copies, groups, the ledger of awards, totals."""
