"""PDF: lines, their order on the page, and parts, from the text of the file or from recognised scans."""
