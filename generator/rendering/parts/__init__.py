"""What several pages or files are made of: lines, lists, links, addresses."""
