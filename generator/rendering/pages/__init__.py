"""One module a kind of page: what it shows, for its template."""
