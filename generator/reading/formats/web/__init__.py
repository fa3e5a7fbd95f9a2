"""Web pages: the article in a page, its parts, dates and letters; Markdown and saved pages likewise."""
