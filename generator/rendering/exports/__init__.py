"""The archive as data for others: ``columns.yml`` says which tables and columns there are, and all files are made from it."""
