"""What several articles report of one event: copies, groups, the ledger of awards, totals."""
