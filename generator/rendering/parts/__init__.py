"""Parts shared by several pages or files: lines, lists, links, addresses."""
