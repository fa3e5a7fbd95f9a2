"""The ratings of an article: which subject reached which level how often, as a result or as a target."""
