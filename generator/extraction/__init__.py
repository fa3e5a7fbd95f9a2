"""From an article to its facts: a pure function of the article and the lexicons."""
