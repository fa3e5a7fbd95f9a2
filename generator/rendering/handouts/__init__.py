"""Reports to take away, made with the site: workbooks of the archive, of units and of years, and documents to print."""
