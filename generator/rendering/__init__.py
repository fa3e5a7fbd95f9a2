"""Archive to pages, purely: words in, Markdown out; nothing here touches the disk or knows the site generator."""
