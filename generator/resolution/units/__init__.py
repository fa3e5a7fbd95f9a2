"""Who the organisations are: the authority file, the names in articles, what is unsettled."""
