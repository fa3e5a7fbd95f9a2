"""Rows of lists and tables: articles, ceremonies, honours; long ones on several pages."""
