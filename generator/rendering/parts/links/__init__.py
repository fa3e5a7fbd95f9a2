"""Where a page leads: addresses, places in articles, records, neighbours, the path from the home page."""
