"""The desk: the archive in the browser, for who keeps it. It shows what a person must decide and saves each decision at once."""
